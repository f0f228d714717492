import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EditorHost } from "./driver/editorHost";
import { openHostBridge } from "./driver/hostBridge";
import { makeDriver } from "./driver/makeDriver";
import { type OpenWorkbench, openWorkbench, type WorkbenchOptions } from "./openWorkbench";
import { packTestExtension } from "./packTestExtension";

export interface DrivenWorkbenchOptions extends WorkbenchOptions {
  /** What the virtual file system holds at first: URIs and texts. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A VS Code whose extension host can be asked, too. */
export interface DrivenWorkbench extends OpenWorkbench {
  readonly host: EditorHost;
}

export async function openDrivenWorkbench({
  files = {},
  ...options
}: DrivenWorkbenchOptions): Promise<DrivenWorkbench> {
  const place = mkdtempSync(join(tmpdir(), "drydock-driver-"));
  const bridge = await openHostBridge();
  const end = () => {
    bridge.close();
    rmSync(place, { recursive: true, force: true });
  };
  try {
    const driver = join(place, "driver");
    await makeDriver(driver, { bridgeAddress: bridge.address, files });
    const otherExtensions = [...(options.otherExtensions ?? []), await packTestExtension(driver)];
    const workbench = await openWorkbench({ ...options, otherExtensions });
    const { close } = workbench;
    return Object.assign(workbench, { host: bridge.host, close: () => close().finally(end) });
  } catch (error) {
    end();
    throw error;
  }
}
