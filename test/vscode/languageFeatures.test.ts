import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { languageWalk } from "../support/vscode/language/languageWalk";
import { languageWorkspace } from "../support/vscode/language/languageWorkspace";
import { openDrivenWorkbench } from "../support/vscode/openDrivenWorkbench";
import { useOpened } from "../support/vscode/useWorkbench";

describe("a folder on disk", () => {
  const folder = mkdtempSync(join(tmpdir(), "drydock-language-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const root = pathToFileURL(join(folder, "my app")).href;
  for (const [uri, text] of Object.entries(languageWorkspace(root))) {
    mkdirSync(dirname(fileURLToPath(uri)), { recursive: true });
    writeFileSync(fileURLToPath(uri), text);
  }
  const step = useOpened(() => openDrivenWorkbench({ folder: fileURLToPath(root) }));
  languageWalk(step, root);
});
