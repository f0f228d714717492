import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandId } from "../../../client/src/commands/command";
import type { Subject } from "../../../client/src/selection/subject";
import type { PrivateRegistry } from "../../../scripts/testbed/privateRegistry";
import type { Stock } from "./stock";

/** A command that a row offers to copy. */
export interface RowCase {
  /** Makes what the row is of. */
  subject(): Promise<Subject>;
  /** What a person puts in place of words. */
  readonly filled?: Readonly<Record<string, string>>;
  /** Fails where the effect is not the command's. */
  check(printed: string): Promise<void>;
  /** It wants to be typed at. */
  readonly terminal?: "needed";
}

export interface CaseTools {
  readonly stock: Stock;
  readonly registry: PrivateRegistry;
  /** Where the shell is. */
  readonly folder: string;
  /** Another one, whose name a shell would make something else of. */
  readonly oddFolder: string;
}

/** A case for each command of a row that has an equivalent. */
export function rowCases({
  stock,
  registry,
  folder,
  oddFolder,
}: CaseTools): Readonly<Record<string, RowCase>> {
  const { engine, container, tagged, tags, states } = stock;
  const base = () => tagged("alpine:3.20");
  const pulled = `${registry.domain}/a__b/c-d:v1.0_x`;

  const becomes = (
    begin: "created" | "running" | "paused",
    end: string | undefined,
    name = "x_1.Y-2",
  ): RowCase => ({
    subject: () => container(name, begin),
    check: async () => assert.deepEqual(await states(), end === undefined ? {} : { [name]: end }),
  });

  const prints = (subject: RowCase["subject"], words: RegExp): RowCase => ({
    subject,
    check: async (printed) => assert.match(printed, words),
  });

  const pullsAgain: RowCase = {
    async subject() {
      const subject = await tagged(pulled);
      await engine.images.push(pulled, {});
      await engine.images.remove(pulled);
      return subject;
    },
    check: async () => assert.deepEqual(await tags(), [pulled, "alpine:3.20"].sort()),
  };

  return {
    "images.build": {
      async subject() {
        const path = join(oddFolder, "My Dockerfile");
        writeFileSync(path, "FROM alpine:3.20\nLABEL built=yes\n");
        return { kind: "file", path, uri: `file://${path}` };
      },
      filled: { "a-b-s-home-x": "built:1" },
      check: async () => assert.equal((await engine.images.inspect("built:1")).labels["built"], "yes"),
    },
    "images.run": {
      subject: base,
      check: async () => assert.equal((await engine.containers.list())[0]?.image, "alpine:3.20"),
    },
    "images.pullAgain": pullsAgain,
    "images.pullAgainForPlatform": { ...pullsAgain, filled: { PLATFORM: "linux/amd64" } },
    "images.push": {
      subject: () => tagged(`${registry.domain}/me/pushed:1`),
      check: async () => assert.deepEqual(await registry.tags("me/pushed"), ["1"]),
    },
    "images.tag": {
      subject: base,
      filled: { "REPOSITORY:TAG": "me/tagged:2" },
      check: async () => assert.deepEqual(await tags(), ["alpine:3.20", "me/tagged:2"]),
    },
    "images.inspect": prints(base, /"Id": "sha256:/),
    "images.inspectJson": prints(base, /"Id": "sha256:/),
    "images.history": prints(base, /^IMAGE +CREATED/),
    "images.save": {
      subject: () => tagged("me/saved:1.0"),
      check: async () => assert.ok(readFileSync(join(folder, "me_saved_1.0.tar")).length > 1000),
    },
    "images.remove": {
      // A container is in the way, and goes with it, as it does in the editor.
      async subject() {
        await stock.image("me/gone:1");
        await container("holder", "running", "me/gone:1");
        return stock.row("me/gone:1");
      },
      check: async () => assert.deepEqual([await tags(), await states()], [["alpine:3.20"], {}]),
    },
    "containers.start": becomes("created", "running"),
    "containers.stop": becomes("running", "exited"),
    "containers.restart": becomes("running", "running"),
    "containers.pause": becomes("running", "paused"),
    "containers.unpause": becomes("paused", "running"),
    "containers.kill": becomes("running", "exited"),
    "containers.remove": becomes("created", undefined),
    "containers.removeRunning": becomes("running", undefined),
    "containers.rename": {
      subject: () => container("old"),
      filled: { NEW_NAME: "new-1" },
      check: async () => assert.deepEqual(await states(), { "new-1": "running" }),
    },
    "containers.commit": {
      subject: () => container("work"),
      filled: { "REPOSITORY:TAG": "me/work:1" },
      check: async () => assert.ok((await tags()).includes("me/work:1")),
    },
    "containers.inspect": prints(() => container("seen"), /"Name": "\/seen"/),
    "containers.processes": prints(() => container("seen"), /^UID[\s\S]*sleep 1000/),
    "containers.changes": prints(async () => {
      const subject = await container("seen");
      await engine.containers.execute("seen", ["touch", "/new"]);
      return subject;
    }, /^A \/new$/m),
    "containers.logs": prints(async () => {
      // One that has ended, as its log is followed to the end.
      const subject = await container("ended");
      await engine.containers.kill("ended");
      return subject;
    }, /^said$/m),
    "containers.attachShell": { ...prints(() => container("in"), /typed-42/), terminal: "needed" },
    "containers.execute": {
      ...prints(() => container("in"), /typed-42/),
      filled: { COMMAND: "sh" },
      terminal: "needed",
    },
  } satisfies Partial<Record<CommandId, RowCase>>;
}
