import * as vscode from "vscode";
import type { ResolvedEndpoint } from "../engine/endpoint/resolveEndpoint";
import { engineStatus } from "../ui/engineStatus";

export interface EngineStatusItem extends vscode.Disposable {
  show(resolved: ResolvedEndpoint | undefined): void;
}

/** The engine's place in the status bar, for as long as it is not the local default. */
export function createEngineStatusItem(): EngineStatusItem {
  const item = vscode.window.createStatusBarItem("drydock.engine", vscode.StatusBarAlignment.Left, 0);
  item.name = "Docker Engine";
  item.command = "drydock.engine.useContext";

  return {
    show(resolved) {
      const status = resolved && engineStatus(resolved);
      if (!status) return item.hide();
      item.text = status.text;
      item.tooltip = status.tooltip;
      item.accessibilityInformation = { label: status.tooltip };
      item.backgroundColor =
        status.severity === "warning" ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
      item.show();
    },
    dispose: () => item.dispose(),
  };
}
