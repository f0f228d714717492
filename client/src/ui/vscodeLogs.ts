import * as vscode from "vscode";
import { plainText } from "./plainText";
import type { Output } from "./ui";

const scheme = "drydock-log";

/** Older lines go: an editor with more is slow to draw anew, and nobody reads on from there. */
const mostLines = 10_000;

/** What comes in between is drawn at once. */
const drawMs = 150;

export interface Logs extends vscode.Disposable {
  get(name: string): Output;
}

interface Log {
  readonly uri: vscode.Uri;
  lines: string[];
  dropped: number;
  ends: AbortController;
  drawing: NodeJS.Timeout | undefined;
  /** Lines of the document when it was last looked at, to know whether its end was in sight. */
  drawn: number;
}

/** Documents that grow at their end. Each is kept in sight there while the person has it in sight there. */
export function openLogs(): Logs {
  const logs = new Map<string, Log>();
  const changed = new vscode.EventEmitter<vscode.Uri>();

  const end = (key: string) => {
    const log = logs.get(key);
    if (!log) return;
    log.ends.abort();
    clearTimeout(log.drawing);
    logs.delete(key);
  };
  const closed = ({ closed: tabs }: vscode.TabChangeEvent) => {
    const open = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(keyOf));
    for (const key of tabs.flatMap(keyOf)) if (!open.includes(key)) end(key);
  };
  const registrations = [
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => textOf(logs.get(uri.toString())),
    }),
    vscode.window.tabGroups.onDidChangeTabs(closed),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const log = logs.get(document.uri.toString());
      if (log) keepEndInSight(log, document);
    }),
  ];

  return {
    get(name) {
      const uri = vscode.Uri.from({ scheme, path: `/${name}` });
      const key = uri.toString();
      const logOf = () => logs.get(key) ?? newLog(uri);
      const draw = (log: Log) => {
        log.drawing ??= setTimeout(() => {
          log.drawing = undefined;
          changed.fire(uri);
        }, drawMs);
      };
      return {
        append(text) {
          const log = logs.get(key);
          // Nobody looks any more.
          if (!log) return;
          add(log, plainText(text));
          draw(log);
        },
        begin() {
          const log = logOf();
          logs.set(key, log);
          log.ends.abort();
          Object.assign(log, { lines: [""], dropped: 0, ends: new AbortController() });
          draw(log);
          return log.ends.signal;
        },
        show() {
          void showAtEnd(uri);
        },
      };
    },
    dispose() {
      for (const key of [...logs.keys()]) end(key);
      for (const registration of registrations) registration.dispose();
    },
  };
}

function newLog(uri: vscode.Uri): Log {
  return { uri, lines: [""], dropped: 0, ends: new AbortController(), drawing: undefined, drawn: 0 };
}

/** The last of `lines` is the one that is still being written. */
function add(log: Log, text: string): void {
  const [first = "", ...rest] = text.split("\n");
  log.lines[log.lines.length - 1] += first;
  for (const line of rest) log.lines.push(line);
  // A tenth more, so that not every line makes all others move.
  if (log.lines.length <= mostLines * 1.1) return;
  log.dropped += log.lines.length - mostLines;
  log.lines = log.lines.slice(-mostLines);
}

function textOf(log: Log | undefined): string {
  if (!log) return "";
  const note = log.dropped > 0 ? `— ${log.dropped} older lines are left out —\n` : "";
  return note + log.lines.join("\n");
}

function keyOf({ input }: vscode.Tab): string[] {
  return input instanceof vscode.TabInputText && input.uri.scheme === scheme ? [input.uri.toString()] : [];
}

async function showAtEnd(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false, preserveFocus: true });
  reveal(editor, document);
}

function keepEndInSight(log: Log, document: vscode.TextDocument): void {
  const before = log.drawn;
  log.drawn = document.lineCount;
  for (const editor of vscode.window.visibleTextEditors) {
    if (editor.document !== document) continue;
    const last = editor.visibleRanges.at(-1)?.end.line ?? 0;
    if (last >= before - 3) reveal(editor, document);
  }
}

function reveal(editor: vscode.TextEditor, document: vscode.TextDocument): void {
  const end = new vscode.Position(Math.max(0, document.lineCount - 1), 0);
  editor.revealRange(new vscode.Range(end, end));
}
