import * as vscode from "vscode";
import { plainLabel } from "./plainText";
import type { SuggestQuestion } from "./ui";
import { type QuickPickItem, quickPickItem } from "./vscodeQuestions";

/** A list that also takes what is not in it: the typed text stands first, with what there is to say of it. */
export function askSuggest(question: SuggestQuestion): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<QuickPickItem<string | undefined>>();
  pick.title = plainLabel(question.title);
  pick.placeholder = question.placeholder;
  pick.value = question.value ?? "";
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  const proposals = question.proposals.map((item) => quickPickItem(item));

  const draw = () => {
    const value = pick.value.trim();
    const others = proposals.filter((item) => item.value !== value);
    // Where nothing is typed all is offered, also a proposal that stands for nothing more.
    pick.items = value === "" ? proposals : [typedItem(question, value), ...others];
  };

  return new Promise((resolve) => {
    pick.onDidChangeValue(draw);
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0]?.value;
      if (chosen === undefined) return;
      resolve(chosen);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    draw();
    pick.show();
  });
}

function typedItem({ action, validate }: SuggestQuestion, value: string): QuickPickItem<string | undefined> {
  const verdict = validate(value);
  const refused = verdict?.severity === "error";
  return {
    // The very text: the editor puts what begins with it, the shortest first, at the top.
    label: plainLabel(value),
    ...(!refused && { description: plainLabel(action) }),
    ...(verdict && { detail: plainLabel(verdict.message) }),
    iconPath: new vscode.ThemeIcon(refused ? "error" : "arrow-right"),
    value: refused ? undefined : value,
    alwaysShow: true,
  };
}
