import assert from "node:assert/strict";
import { until } from "../../../../scripts/testbed/until";
import { type EditorHost, placeArgument, uriArgument } from "../driver/editorHost";
import type { Step } from "../useWorkbench";
import type { Workbench } from "../workbench";
import { covered, ignoreFile, mainDockerfile, placeOf } from "./languageWorkspace";

/**
 * Every feature of the language, asked of an editor that has `languageWorkspace(root)` open: the same in Node and in a
 * browser's worker, on disk and in a virtual file system. Nothing of the files is left changed.
 */
export function languageWalk(step: Step<Workbench & { readonly host: EditorHost }>, root: string): void {
  const dockerfile = `${root}/Dockerfile`;
  const ask = (host: EditorHost, command: string, uri: string, ...more: readonly unknown[]) =>
    host.execute(command, uriArgument(uri), ...more);

  step("each Dockerfile of the workspace is linted, without being opened", async ({ host }) => {
    const containerfile = `${root}/work%20f%C3%BCr%20sp%C3%A4ter/Containerfile`;
    await codes(host, containerfile, ["maintainer-deprecated"]);
    // hadolint's configuration at the top leaves out the tag of this one.
    await codes(host, `${root}/api/Dockerfile`, ["last-user-root"]);
  });

  step("problems stand on what is wrong", async ({ host }) => {
    await host.show(dockerfile);
    const problems = await codes(host, dockerfile, [
      "maintainer-deprecated",
      "copy-missing-source",
      "cd-in-run",
      "consistent-instruction-casing",
      "expose-does-not-publish",
    ]);
    assert.deepEqual(
      problems.map(({ range }) => covered(mainDockerfile, range)),
      ["MAINTAINER", "missing.txt", "cd /app", "expose", "expose"],
    );
  });

  step("completion knows what may stand there, and tells about it", async ({ host }) => {
    const labels = async (uri: string, place: readonly [number, number]) => {
      const answer = await ask(
        host,
        "vscode.executeCompletionItemProvider",
        uri,
        placeArgument(place),
        undefined,
        100,
      );
      return (answer as { items: { label: string | { label: string }; documentation?: string }[] }).items.map(
        ({ label, documentation }) => ({
          label: typeof label === "string" ? label : label.label,
          documentation,
        }),
      );
    };
    const instructions = await labels(dockerfile, placeOf(mainDockerfile, "COPY missing"));
    const copy = instructions.find(({ label }) => label === "COPY");
    assert.match(copy?.documentation ?? "", /build context/);
    const paths = await labels(dockerfile, placeOf(mainDockerfile, "app.py"));
    for (const path of ["app.py", "README.md", "api/", "web/"])
      assert.ok(
        paths.some(({ label }) => label === path),
        path,
      );
    // The ignore file keeps it out of the build context.
    assert.ok(!paths.some(({ label }) => label === "notes.md"));
    const stages = await labels(dockerfile, placeOf(mainDockerfile, "--from=base", "--from=".length));
    assert.ok(stages.some(({ label }) => label === "base"));
    const patterns = await labels(`${root}/.dockerignore`, placeOf(ignoreFile, "nothing"));
    assert.ok(patterns.some(({ label }) => label.startsWith("api")));
  });

  step("hovers, signatures and hints explain", async ({ host }) => {
    const hover = async (part: string, offset = 0) => {
      const place = placeArgument(placeOf(mainDockerfile, part, offset));
      return JSON.stringify(await ask(host, "vscode.executeHoverProvider", dockerfile, place));
    };
    assert.match(await hover("COPY"), /build context/);
    assert.match(await hover("FROM base", "FROM ".length), /Stage 0/);
    assert.match(await hover("VERSION}"), /3\.13/);
    const signature = await ask(
      host,
      "vscode.executeSignatureHelpProvider",
      dockerfile,
      placeArgument(placeOf(mainDockerfile, "missing")),
    );
    assert.match(JSON.stringify(signature), /COPY \[flags\] source/);
    const hints = await ask(host, "vscode.executeInlayHintProvider", dockerfile, {
      $range: [0, 0, 11, 0],
    });
    assert.match(JSON.stringify(hints), /= 3\.13/);
  });

  step("names are found and renamed", async ({ host }) => {
    const place = placeArgument(placeOf(mainDockerfile, "FROM base", "FROM ".length));
    const places = async (command: string) =>
      ((await ask(host, command, dockerfile, place)) as { range: string }[]).map(({ range }) => range);
    const [line, start] = placeOf(mainDockerfile, "base\nMAINTAINER");
    const definition = `${line}:${start}-${line}:${start + 4}`;
    assert.deepEqual(await places("vscode.executeDefinitionProvider"), [definition]);
    const references = await places("vscode.executeReferenceProvider");
    assert.deepEqual(
      references.map((range) => covered(mainDockerfile, range)),
      ["base", "base", "base"],
    );
    assert.deepEqual(await places("vscode.executeDocumentHighlights"), references);
    const renamed = await ask(host, "vscode.executeDocumentRenameProvider", dockerfile, place, "common");
    assert.deepEqual(renamed, [
      { uri: dockerfile, edits: references.map((range) => ({ range, newText: "common" })) },
    ]);
    const source = placeArgument(placeOf(mainDockerfile, "app.py"));
    const [file] = (await ask(host, "vscode.executeDefinitionProvider", dockerfile, source)) as {
      uri?: string;
      targetUri?: string;
    }[];
    assert.equal(file?.targetUri ?? file?.uri, `${root}/app.py`);
  });

  step("the outline, the folds, the links and the symbols show how it is built", async ({ host }) => {
    const symbols = (await ask(host, "vscode.executeDocumentSymbolProvider", dockerfile)) as {
      name: string;
      children: { name: string }[];
    }[];
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, ...children.map((child) => child.name)]),
      [["ARG"], ["base", "MAINTAINER", "COPY", "COPY", "RUN"], ["final", "COPY", "EXPOSE"]],
    );
    const folds = await ask(host, "vscode.executeFoldingRangeProvider", dockerfile);
    assert.deepEqual(
      (folds as { start: number; end: number }[]).map(({ start, end }) => [start, end]),
      [
        [2, 6],
        [8, 10],
      ],
    );
    const links = JSON.stringify(await ask(host, "vscode.executeLinkProvider", dockerfile));
    assert.match(links, /hub\.docker\.com\/_\/python/);
    assert.ok(links.includes(`${root}/app.py`), links);
    const found = await host.execute("vscode.executeWorkspaceSymbolProvider", "final");
    assert.match(JSON.stringify(found), /"name":"final"/);
  });

  step("semantic tokens tell names from keywords", async ({ host }) => {
    const legend = await ask(host, "vscode.provideDocumentSemanticTokensLegend", dockerfile);
    const tokens = await ask(host, "vscode.provideDocumentSemanticTokens", dockerfile);
    const { tokenTypes } = legend as { tokenTypes: string[] };
    const kinds = tokenKinds((tokens as { data: number[] }).data, tokenTypes);
    const kindOf = (part: string, offset = 0) => kinds.get(placeOf(mainDockerfile, part, offset).join(":"));
    assert.equal(kindOf("FROM python"), "keyword");
    assert.equal(kindOf("FROM base", "FROM ".length), kindOf("base\nMAINTAINER"));
    assert.notEqual(kindOf("FROM base", "FROM ".length), "keyword");
    assert.equal(kindOf("${VERSION}"), "variable");
  });

  step("formatting sets the blanks right and nothing else", async ({ host }) => {
    const edits = await ask(host, "vscode.executeFormatDocumentProvider", dockerfile, {
      tabSize: 4,
      insertSpaces: true,
    });
    const changed = (edits as { range: string; newText: string }[]).map(({ range, newText }) => [
      covered(mainDockerfile, range),
      newText,
    ]);
    assert.deepEqual(changed, [["  ", ""]]);
  });

  step("a problem brings its fixes", async ({ host }) => {
    const [line] = placeOf(mainDockerfile, "MAINTAINER");
    const actions = await ask(host, "vscode.executeCodeActionProvider", dockerfile, {
      $range: [line, 0, line, 3],
    });
    const titles = (actions as { title: string }[]).map(({ title }) => title);
    for (const title of [
      "Replace with a LABEL",
      "Ignore maintainer-deprecated in settings",
      "Ignore maintainer-deprecated in .hadolint.yaml",
      "Show documentation of maintainer-deprecated",
    ])
      assert.ok(titles.includes(title), `${title} among ${titles.join(", ")}`);
  });

  step("an ignore file is helped with", async ({ host }) => {
    const uri = `${root}/.dockerignore`;
    await host.show(uri);
    const [problem] = await codes(host, uri, ["unmatched-ignore-pattern"]);
    assert.equal(covered(ignoreFile, problem?.range ?? ""), "nothing");
    const hover = await ask(host, "vscode.executeHoverProvider", uri, placeArgument([0, 1]));
    // notes.md, and its size.
    assert.match(JSON.stringify(hover), /1 file\b.*19 B/);
  });

  step("files that come and go are noticed", async ({ host }) => {
    const others = ["maintainer-deprecated", "cd-in-run"];
    await host.write(`${root}/missing.txt`, "here\n");
    await codes(host, dockerfile, [...others, "consistent-instruction-casing", "expose-does-not-publish"]);
    await host.remove(`${root}/missing.txt`);
    await until("it is missed again", async () =>
      (await host.problems(dockerfile)).some(({ code }) => code === "copy-missing-source"),
    );
  });

  step("hadolint's configuration is followed when it changes", async ({ host }) => {
    await host.write(`${root}/.hadolint.yaml`, "ignored:\n  - DL3002\n");
    await codes(host, `${root}/api/Dockerfile`, ["latest-tag"]);
    await host.write(`${root}/.hadolint.yaml`, "ignored:\n  - DL3007\n");
    await codes(host, `${root}/api/Dockerfile`, ["last-user-root"]);
  });

  step("settings hold at once", async ({ host }) => {
    const severity = async () =>
      (await host.problems(dockerfile)).find(({ code }) => code === "maintainer-deprecated")?.severity;
    assert.equal(await severity(), "warning");
    await host.configure("drydock.lint.rules", { DL4000: "error" }, "workspace");
    await until("it is an error", async () => (await severity()) === "error");
    await host.configure("drydock.lint.rules", undefined, "workspace");
    await host.configure("drydock.lint.enabled", false, "user");
    await codes(host, dockerfile, []);
    await codes(host, `${root}/api/Dockerfile`, []);
    await host.configure("drydock.lint.enabled", undefined, "user");
    await until("it is a warning again", async () => (await severity()) === "warning");
  });
}

/** Waits until these, and no others, are a file's problems, in the order of their places. */
async function codes(host: EditorHost, uri: string, wanted: readonly string[]) {
  let found = await host.problems(uri);
  const isThere = () => JSON.stringify(found.map(({ code }) => code)) === JSON.stringify(wanted);
  await until(`${uri} has the problems ${wanted.join(", ")}`, async () => {
    found = await host.problems(uri);
    return isThere();
  }).catch((error: unknown) => {
    throw new Error(`It has: ${found.map(({ code }) => code).join(", ")}`, { cause: error });
  });
  return found;
}

/** LSP packs tokens as five numbers each, relative to the one before. */
function tokenKinds(data: readonly number[], types: readonly string[]): Map<string, string> {
  const kinds = new Map<string, string>();
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, , type = 0] = data.slice(index, index + 5);
    line += down;
    character = down > 0 ? right : character + right;
    kinds.set(`${line}:${character}`, types[type] ?? "");
  }
  return kinds;
}
