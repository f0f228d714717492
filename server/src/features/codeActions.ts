import type { CodeActionParams } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver-types";
import type { Feature } from "./feature";
import { type FixAllTask, fixAllAction, fixAllEdit, fixAllKind } from "./fixAll";
import { quickFixes } from "./quickFixes";
import { refactorings } from "./refactorings/refactorings";

/** What can be done about the findings at the cursor, about all of them at once, and how the same could be written otherwise. */
export const codeActionsFeature: Feature = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.RefactorExtract,
        CodeActionKind.RefactorRewrite,
        fixAllKind,
      ],
      resolveProvider: true,
    },
  },
  connect(connection, serve) {
    connection.onCodeAction(
      serve((dockerfile, params: CodeActionParams, file) => {
        const rewritten = refactorings(dockerfile, params, file);
        if (!file.settings.lint.enabled) return rewritten;
        return [
          ...fixAllAction(dockerfile, params, file),
          ...quickFixes(dockerfile, params, file),
          ...rewritten,
        ];
      }),
    );
    const edit = serve((dockerfile, task: FixAllTask, file) => fixAllEdit(dockerfile, task, file) ?? null);
    connection.onCodeActionResolve(async (action, token) => {
      const task = action.data as FixAllTask | undefined;
      const found = task && (await edit(task, token));
      return found ? { ...action, edit: found } : action;
    });
  },
};
