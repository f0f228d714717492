import { CodeActionKind, type CodeActionParams } from "vscode-languageserver";
import type { Feature } from "./feature";
import { fixAllAction, fixAllKind } from "./fixAll";
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
    },
  },
  connect: (connection, serve) =>
    void connection.onCodeAction(
      serve((dockerfile, params: CodeActionParams, file) => {
        const rewritten = refactorings(dockerfile, params, file);
        if (!file.settings.lint.enabled) return rewritten;
        return [
          ...fixAllAction(dockerfile, params, file),
          ...quickFixes(dockerfile, params, file),
          ...rewritten,
        ];
      }),
    ),
};
