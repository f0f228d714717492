import { constants, type Stats } from "node:fs";
import { access, lstat, readFile, stat } from "node:fs/promises";
import { userInfo } from "node:os";

/** What the file system says of a place where an engine may listen, without connecting to it. */
export interface SocketFacts {
  readonly path: string;
  readonly presence: "missing" | "link to nothing" | "not a socket" | "socket";
  /** Undefined where nothing is there. */
  readonly permissions: SocketPermissions | undefined;
}

export interface SocketPermissions {
  /** A name, or the number where it has none. */
  readonly owner: string;
  readonly group: string;
  /** As `ls -l` has it, without the kind: `rw-rw----`. */
  readonly mode: string;
  readonly usable: "usable" | "denied";
  /** "after login" where the person was put into the group, but this session began before. */
  readonly membership: "member" | "after login" | "no member";
}

export async function socketFacts(path: string): Promise<SocketFacts> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) {
    const link = await lstat(path).catch(() => undefined);
    return { path, presence: link ? "link to nothing" : "missing", permissions: undefined };
  }
  return {
    path,
    presence: stats.isSocket() ? "socket" : "not a socket",
    permissions: await permissionsOf(path, stats),
  };
}

async function permissionsOf(path: string, { uid, gid, mode }: Stats): Promise<SocketPermissions> {
  const [users, groups, usable] = await Promise.all([
    records("/etc/passwd"),
    records("/etc/group"),
    access(path, constants.R_OK | constants.W_OK).then(
      () => "usable" as const,
      () => "denied" as const,
    ),
  ]);
  const group = groups.find(([, , id]) => id === String(gid));
  const members = group?.[3]?.split(",") ?? [];
  return {
    owner: users.find(([, , id]) => id === String(uid))?.[0] ?? String(uid),
    group: group?.[0] ?? String(gid),
    mode: modeWords(mode),
    usable,
    membership: process.getgroups?.().includes(gid)
      ? "member"
      : members.includes(userName() ?? "")
        ? "after login"
        : "no member",
  };
}

/** The person's login name; undefined where the system has none for this user id. */
export function userName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

/** Of /etc/passwd or /etc/group: the name comes first, its number third, a group's members fourth. */
async function records(file: string): Promise<string[][]> {
  // Not every system keeps these files; then numbers must do.
  const text = await readFile(file, "utf8").catch(() => "");
  return text.split("\n").map((line) => line.split(":"));
}

function modeWords(mode: number): string {
  return Array.from("rwxrwxrwx", (letter, index) => (mode & (0o400 >> index) ? letter : "-")).join("");
}
