import { describe } from "node:test";
import { languageWalk } from "../support/vscode/language/languageWalk";
import { languageWorkspace } from "../support/vscode/language/languageWorkspace";
import { openWebWorkbench } from "../support/vscode/openWebWorkbench";
import { useOpened } from "../support/vscode/useWorkbench";

describe("a browser without a server behind it", () => {
  const root = "virtual://memory/my%20app";
  const step = useOpened(() => openWebWorkbench({ folder: root, files: languageWorkspace(root) }));
  languageWalk(step, root);
});
