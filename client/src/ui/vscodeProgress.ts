import * as vscode from "vscode";
import { plainNotice } from "./plainText";
import type { Progress } from "./ui";

/** A progress notice with Cancel, which fires the work's signal. */
export function showProgress<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: plainNotice(title),
    cancellable: true,
  };
  return Promise.resolve(
    vscode.window.withProgress(options, (bar, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      let shown = 0;
      return work({
        signal: controller.signal,
        report(message, fraction) {
          // The editor adds increments up; a bar never runs backwards.
          const increment = fraction === undefined ? 0 : Math.max(0, Math.min(fraction, 1) * 100 - shown);
          shown += increment;
          bar.report({ message: plainNotice(message), ...(increment > 0 && { increment }) });
        },
      });
    }),
  );
}
