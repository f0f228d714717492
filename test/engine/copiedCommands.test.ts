import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { commands } from "../../client/src/commands";
import type { Command, CommandId } from "../../client/src/commands/command";
import { equivalentsOf } from "../../client/src/commands/equivalents";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import { privateEngineObstacle } from "../../scripts/testbed/privateEngine";
import { noticeCases } from "../support/copiedCommands/noticeCases";
import { paste, pasteFilled, pasteIntoTerminal } from "../support/copiedCommands/paste";
import { type CaseTools, rowCases } from "../support/copiedCommands/rowCases";
import { createStock } from "../support/copiedCommands/stock";
import { dockerCommands } from "../support/dockerCommands";
import { createInMemoryHost, runOn } from "../support/inMemoryHost";
import { useTestEngine } from "../support/useTestEngine";

/** Commands that have no docker command, each with the reason. */
const without: Readonly<Partial<Record<CommandId, string>>> = {
  "images.checkForUpdates": "docker's command line compares nothing; pulling does more than to look",
  "images.copyReference": "does nothing to the engine",
  "images.copyId": "does nothing to the engine",
  "images.copyDigest": "does nothing to the engine",
  "images.showTable": "does nothing to the engine",
  "images.group": "does nothing to the engine",
  "images.sort": "does nothing to the engine",
  "images.filter": "does nothing to the engine",
  "images.showOnly": "does nothing to the engine",
  "images.clearFilter": "does nothing to the engine",
  "images.runAgain": "the line is offered once it runs, as Run's own",
  "containers.duplicate": "the line stands in the form, and is offered once it runs, as Run's own",
  "containers.openInBrowser": "does nothing to the engine",
  "containers.logOptions": "does nothing to the engine",
  "containers.group": "does nothing to the engine",
  "containers.copyName": "does nothing to the engine",
  "containers.copyId": "does nothing to the engine",
  "registries.logIn": "a line with a password in it would be kept in the shell's history",
  "registries.logOut": "does nothing to the engine",
  "stages.showGraph": "does nothing to the engine",
  "engine.refresh": "does nothing to the engine",
  "engine.diagnose": "does nothing to the engine",
  "engine.useContext": "does nothing to the engine",
  "engine.inspectContext": "does nothing to the engine",
  "engine.createContext": "does nothing to the engine",
  "engine.removeContext": "does nothing to the engine",
  "engine.copyDockerCommand": "is this very command",
};

describe("copied docker commands", { skip: privateEngineObstacle() ?? false }, () => {
  const bed = useTestEngine({
    images: ["alpine:3.20"],
    hub: [{ name: "mysql", description: "A database", star_count: 1, is_official: true }],
  });
  const folder = mkdtempSync(join(tmpdir(), "drydock-copied-"));
  let tools: CaseTools;
  before(() => {
    const { engine, registry } = bed();
    const oddFolder = join(folder, `a b's $HOME "x"`);
    mkdirSync(oddFolder);
    const stock = createStock(createDockerodeEngine({ kind: "unix", path: engine.socketPath }));
    tools = { stock, registry, folder, oddFolder };
  });
  afterEach(() => tools.stock.clear());
  after(() => {
    tools?.stock.engine.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are offered by all that does something to the engine", () => {
    const [rows, notices] = [Object.keys(rowCases(tools)), Object.keys(noticeCases(tools))];
    const offering = commands.filter(({ equivalent }) => equivalent).map(({ id }) => id);
    assert.deepEqual(offering.toSorted(), rows.toSorted());
    const told = new Set([...rows, ...notices, ...Object.keys(without)]);
    assert.deepEqual(
      commands.map(({ id }) => id).filter((id) => !told.has(id)),
      [],
    );
    assert.deepEqual(
      Object.keys(without).filter((id) => rows.includes(id) || notices.includes(id)),
      [],
    );
  });

  for (const { path: docker, version } of dockerCommands()) {
    const terminal = () => ({ docker, host: bed().engine.host, folder });

    it(`docker ${version} at ${docker} does from a row what the command does`, async (context) => {
      for (const [id, { subject, filled = {}, check, terminal: typedAt }] of Object.entries(
        rowCases(tools),
      )) {
        await context.test(id, async () => {
          const [found] = equivalentsOf([commandOf(id)], await subject());
          assert.ok(found, "the row has no such command");
          const enter = typedAt ? pasteIntoTerminal : pasteFilled;
          await check(await enter(found.lines, filled, terminal()));
        });
        await tools.stock.clear();
      }
    });

    it(`docker ${version} at ${docker} does again what was done`, async (context) => {
      for (const [id, { replies, begin, effect }] of Object.entries(noticeCases(tools))) {
        await context.test(id, async () => {
          const { clear, engine } = tools.stock;
          const host = createInMemoryHost({ ...(replies && { replies }) });
          const machine = { ...host.machine, portAnswers: async () => true };
          const live = { ...host, machine, engine: async () => engine };
          const subject = await begin?.();
          await runOn(commandOf(id), live, ...(subject ? [subject] : []));
          const failure = live.ui.notices.find(({ severity }) => severity === "error");
          assert.equal(failure, undefined, failure?.message);
          const ours = await effect();
          if (live.ui.clipboard === "") await live.ui.press("Copy as docker Command");

          await clear();
          await begin?.();
          await paste(live.ui.clipboard, terminal());
          assert.deepEqual(await effect(), ours, live.ui.clipboard);
        });
        await tools.stock.clear();
      }
    });
  }
});

function commandOf(id: string): Command {
  const command = commands.find((one) => one.id === id);
  assert.ok(command, id);
  return command;
}
