import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packTestExtension } from "./packTestExtension";

export interface StandInLinter {
  /** Of the extension that it stands in for. */
  readonly extensionId: string;
  /** What its problems name as theirs. */
  readonly source: string;
  /** The setting that silences it by the word "ignore"; without one it can't be. */
  readonly setting?: string;
}

/** Packs an extension that says of each MAINTAINER that it is deprecated, as another linter of Dockerfiles does. */
export async function standInLinter(
  place: string,
  { extensionId, source, setting }: StandInLinter,
): Promise<string> {
  const [publisher = "", name = ""] = extensionId.split(".");
  const folder = join(place, name);
  mkdirSync(folder);
  const properties = setting && {
    [setting]: {
      type: "string",
      enum: ["ignore", "warning", "error"],
      default: "warning",
      scope: "resource",
    },
  };
  const manifest = {
    name,
    publisher,
    version: "1.0.0",
    engines: { vscode: "^1.91.0" },
    main: "./extension.js",
    activationEvents: ["onLanguage:dockerfile"],
    contributes: properties ? { configuration: { title: name, properties } } : {},
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, undefined, 2));
  writeFileSync(join(folder, "extension.js"), code(source, setting));
  return packTestExtension(folder);
}

function code(source: string, setting: string | undefined): string {
  return `
const vscode = require("vscode");
exports.activate = ({ subscriptions }) => {
  const problems = vscode.languages.createDiagnosticCollection(${JSON.stringify(source)});
  const check = (document) => {
    if (document.languageId !== "dockerfile") return;
    const setting = ${JSON.stringify(setting ?? null)};
    const silent = setting && vscode.workspace.getConfiguration().get(setting) === "ignore";
    const found = [];
    for (let line = 0; line < document.lineCount && !silent; line++) {
      if (!document.lineAt(line).text.startsWith("MAINTAINER")) continue;
      const problem = new vscode.Diagnostic(new vscode.Range(line, 0, line, 10), "MAINTAINER is old", 1);
      problem.source = ${JSON.stringify(source)};
      found.push(problem);
    }
    problems.set(document.uri, found);
  };
  const checkAll = () => vscode.workspace.textDocuments.forEach(check);
  subscriptions.push(
    problems,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.workspace.onDidChangeConfiguration(checkAll),
  );
  checkAll();
};
`;
}
