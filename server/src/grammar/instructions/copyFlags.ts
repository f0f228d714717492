import type { Flag } from "../flag";

/** The flags that ADD and COPY share, with examples in the words of one of them. */
export function copyFlags(keyword: "ADD" | "COPY"): Record<"chmod" | "chown" | "exclude" | "link", Flag> {
  const anchor = `https://docs.docker.com/reference/dockerfile/#${keyword.toLowerCase()}---`;
  return {
    chmod: {
      name: "chmod",
      value: { kind: "fileMode" },
      does: "Sets the permissions of what is copied. Octal (`755`) works everywhere, symbolic (`u=rwX,go=rX`) needs syntax 1.14.",
      trap: "It applies to files and directories alike, so `644` makes a directory that nobody can enter. Windows images refuse it.",
      example: `${keyword} --chmod=755 entrypoint.sh /usr/local/bin/`,
      repeatable: false,
      since: "1.2",
      documentation: `${anchor}chmod`,
    },
    chown: {
      name: "chown",
      value: { kind: "owner" },
      does: "Sets the owner of what is copied, as `user:group`. Without it everything belongs to root, whatever USER says.",
      trap: "A name must exist in the image's `/etc/passwd` or the build fails; a number always works. With `--link`, only numbers do.",
      example: `${keyword} --chown=node:node . /app/`,
      repeatable: false,
      default: "0:0",
      documentation: `${anchor}chown`,
    },
    exclude: {
      name: "exclude",
      value: { kind: "pathPattern" },
      does: "Leaves out files whose path matches the pattern. Give it once for each pattern.",
      trap: "The files still travel to the builder. To keep them out of the build context, name them in `.dockerignore`.",
      example: `${keyword} --exclude=*.md --exclude=**/*.test.js . /app/`,
      repeatable: true,
      since: "1.19",
      labsSince: "1.7",
      documentation: `${anchor}exclude`,
    },
    link: {
      name: "link",
      value: { kind: "boolean" },
      does: "Puts the files into a layer of their own that does not depend on the layers below. It stays cached when those change.",
      trap: "The layer cannot see what lies below. A destination that goes through a symbolic link is replaced by a plain directory.",
      example: `${keyword} --link ${keyword === "COPY" ? "--from=build /out/ /app/" : "rootfs.tar.gz /"}`,
      repeatable: false,
      default: "false",
      since: "1.4",
      documentation: `${anchor}link`,
    },
  };
}
