import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { plainLine } from "../ui/plainText";
import {
  type ImageTableRow,
  readTableRequest,
  type TableAction,
  type TableContent,
} from "../views/imageTable";
import { imagesTablePage } from "./imagesTablePage";

/** The table of images in an editor's place, made when it is first shown. */
export interface ImagesTable extends vscode.Disposable {
  show(): void;
  isVisible(): boolean;
  readonly onVisibility: vscode.Event<void>;
  /** Tells the page what has changed; does nothing while nobody sees it. */
  update(): void;
}

export interface ImagesTableOptions {
  readonly extensionUri: vscode.Uri;
  /** What stands in it at this moment. */
  readonly rows: () => readonly ImageTableRow[];
  readonly run: (action: TableAction, keys: readonly string[]) => void;
}

export function createImagesTable({ extensionUri, rows, run }: ImagesTableOptions): ImagesTable {
  const visibility = new vscode.EventEmitter<void>();
  let panel: vscode.WebviewPanel | undefined;
  let told = "";

  const update = () => {
    if (!panel?.visible) return;
    const content: TableContent = { type: "rows", rows: rows().map(readable) };
    const news = JSON.stringify(content);
    if (news === told) return;
    told = news;
    void panel.webview.postMessage(content);
  };

  const open = () => {
    const folders = ["dist", "media"].map((name) => vscode.Uri.joinPath(extensionUri, name));
    const opened = vscode.window.createWebviewPanel(
      "drydock.imagesTable",
      "Images",
      vscode.ViewColumn.Active,
      {
        enableScripts: true,
        enableForms: false,
        localResourceRoots: folders,
      },
    );
    const { webview } = opened;
    const address = (...path: string[]) =>
      webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
    webview.onDidReceiveMessage((message) => {
      const request = readTableRequest(message);
      if (request?.type === "run") run(request.action, request.keys);
      // A page that was hidden begins anew.
      if (request?.type === "ready") told = "";
      if (request?.type === "ready") update();
    });
    opened.onDidChangeViewState(() => {
      visibility.fire();
      update();
    });
    opened.onDidDispose(() => {
      panel = undefined;
      visibility.fire();
    });
    webview.html = imagesTablePage({
      script: address("dist", "imagesTable.js"),
      style: address("media", "imagesTable.css"),
      source: webview.cspSource,
      nonce: randomBytes(16).toString("hex"),
    });
    return opened;
  };

  return {
    show() {
      if (panel) panel.reveal();
      else panel = open();
      visibility.fire();
    },
    isVisible: () => panel?.visible ?? false,
    onVisibility: visibility.event,
    update,
    dispose() {
      panel?.dispose();
      visibility.dispose();
    },
  };
}

/** The page shows names as text, which a mark that turns the reading direction still is. */
function readable(row: ImageTableRow): ImageTableRow {
  return { ...row, repository: plainLine(row.repository), tag: plainLine(row.tag) };
}
