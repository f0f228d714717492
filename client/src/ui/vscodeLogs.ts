import * as vscode from "vscode";
import { createAnsiDecorations } from "./ansiDecorations";
import { createLogContent, type LogContent } from "./logContent";
import { plainLine } from "./plainText";
import type { Output } from "./ui";

const scheme = "drydock-log";

/** What comes in between is drawn at once. */
const drawMs = 150;

/** Lines above and below what is seen that get their colors, too, so that scrolling finds them there. */
const margin = 100;

export interface Logs extends vscode.Disposable {
  get(name: string): Output;
}

interface Log {
  readonly uri: vscode.Uri;
  content: LogContent;
  ends: AbortController;
  drawing: NodeJS.Timeout | undefined;
  /** Lines of the document when it was last looked at, to know whether its end was in sight. */
  drawn: number;
}

/** Documents that grow at their end. Each is kept in sight there while the person has it in sight there. */
export function openLogs(): Logs {
  const logs = new Map<string, Log>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const decorations = createAnsiDecorations();
  const color = (editor: vscode.TextEditor) => {
    const log = logs.get(editor.document.uri.toString());
    if (log) decorations.draw(editor, seenLines(editor, log.content));
  };

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
    decorations,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => logs.get(uri.toString())?.content.text() ?? "",
    }),
    vscode.window.tabGroups.onDidChangeTabs(closed),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const log = logs.get(document.uri.toString());
      if (!log) return;
      keepEndInSight(log, document);
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) color(editor);
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => color(textEditor)),
    vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(color)),
  ];

  return {
    get(name) {
      const uri = vscode.Uri.from({ scheme, path: `/${plainLine(name)}` });
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
          log.content.add(text);
          draw(log);
        },
        begin() {
          const log = logOf();
          logs.set(key, log);
          log.ends.abort();
          Object.assign(log, { content: createLogContent(), ends: new AbortController() });
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
  return { uri, content: createLogContent(), ends: new AbortController(), drawing: undefined, drawn: 0 };
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

function* seenLines(
  { visibleRanges, document }: vscode.TextEditor,
  content: LogContent,
): Generator<readonly [number, ReturnType<LogContent["spansAt"]>]> {
  const first = Math.max(0, (visibleRanges[0]?.start.line ?? 0) - margin);
  const last = Math.min(document.lineCount - 1, (visibleRanges.at(-1)?.end.line ?? 0) + margin);
  for (let line = first; line <= last; line += 1) yield [line, content.spansAt(line)];
}

function reveal(editor: vscode.TextEditor, document: vscode.TextDocument): void {
  const end = new vscode.Position(Math.max(0, document.lineCount - 1), 0);
  editor.revealRange(new vscode.Range(end, end));
}
