import { describe } from "node:test";
import { languageWalk } from "../support/vscode/language/languageWalk";
import { languageWorkspace } from "../support/vscode/language/languageWorkspace";
import { openDrivenWorkbench } from "../support/vscode/openDrivenWorkbench";
import { useOpened } from "../support/vscode/useWorkbench";

describe("a virtual workspace, where the server runs in Node", () => {
  const root = "virtual://memory/my%20app";
  const step = useOpened(() => openDrivenWorkbench({ folder: root, files: languageWorkspace(root) }));
  languageWalk(step, root);
});
