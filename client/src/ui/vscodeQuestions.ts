import * as vscode from "vscode";
import { plainLabel, plainNotice } from "./plainText";
import type { InputQuestion, PickItem, PickQuestion, Verdict } from "./ui";

/** How an asked question ended. */
export type Answer<T> =
  | { readonly type: "answered"; readonly value: T }
  | { readonly type: "back" }
  | { readonly type: "dismissed" };

/** The place of a question in a series; from the second on there is a way back. */
export interface StepPlace {
  readonly step: number;
  readonly total: number;
}

export async function askInput(question: InputQuestion): Promise<string | undefined> {
  return answered(await inputAnswer(question));
}

export async function askPick<T>(question: PickQuestion<T>): Promise<T | undefined> {
  return answered(await pickAnswer(question));
}

export async function askPickMany<T>({
  title,
  placeholder,
  items,
}: PickQuestion<T>): Promise<readonly T[] | undefined> {
  const chosen = await vscode.window.showQuickPick(items.map(quickPickItem), {
    title: plainLabel(title),
    placeHolder: placeholder,
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return chosen?.map(({ value }) => value);
}

export function inputAnswer(question: InputQuestion, place?: StepPlace): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  box.title = plainLabel(question.title);
  box.prompt = plainNotice(question.prompt);
  box.placeholder = question.placeholder ?? "";
  box.value = question.value ?? "";
  box.password = question.secret === "secret";
  box.ignoreFocusOut = true;
  placeInSeries(box, place);

  const validate = async (): Promise<Verdict | undefined> => {
    const { value } = box;
    const verdict = await question.validate?.(value);
    // A slow verdict on what has since been typed over is not shown.
    if (box.value === value) show(verdict);
    return verdict;
  };

  const show = (verdict: Verdict | undefined) => {
    // The editor shows a verdict in the question's place; what is only good to know must not hide the question.
    const isRemark = verdict?.severity === "information";
    box.prompt = plainNotice(isRemark ? `${question.prompt} ${verdict.message}` : question.prompt);
    box.validationMessage = isRemark ? undefined : verdict && validationMessage(verdict);
  };

  return new Promise((resolve) => {
    box.onDidChangeValue(() => void validate());
    box.onDidAccept(async () => {
      const { value } = box;
      const verdict = await validate();
      if (verdict?.severity !== "error" && box.value === value) settle({ type: "answered", value });
    });
    const settle = endWith(box, resolve);
    box.show();
    if (box.value !== "") void validate();
  });
}

export function pickAnswer<T>(question: PickQuestion<T>, place?: StepPlace): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<QuickPickItem<T>>();
  pick.title = plainLabel(question.title);
  pick.placeholder = question.placeholder;
  pick.items = question.items.map(quickPickItem);
  pick.activeItems = pick.items.filter(({ picked }) => picked);
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  placeInSeries(pick, place);

  return new Promise((resolve) => {
    const settle = endWith(pick, resolve);
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen) settle({ type: "answered", value: chosen.value });
    });
    pick.show();
  });
}

export interface QuickPickItem<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export function quickPickItem<T>({
  label,
  value,
  description,
  detail,
  icon,
  picked,
}: PickItem<T>): QuickPickItem<T> {
  return {
    label: plainLabel(label),
    value,
    ...(description !== undefined && { description: plainLabel(description) }),
    ...(detail !== undefined && { detail: plainLabel(detail) }),
    ...(icon !== undefined && { iconPath: new vscode.ThemeIcon(icon) }),
    ...(picked && { picked: true }),
  };
}

function placeInSeries(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  place?: StepPlace,
): void {
  // “(1/1)” says nothing.
  if (!place || place.total === 1) return;
  input.step = place.step;
  input.totalSteps = place.total;
  if (place.step > 1) input.buttons = [vscode.QuickInputButtons.Back];
}

/** Makes one end of a question, whichever comes first: an answer, Back, or being dismissed. */
function endWith<T>(
  input: vscode.InputBox | vscode.QuickPick<QuickPickItem<T>>,
  resolve: (answer: Answer<T>) => void,
): (answer: Answer<T>) => void {
  const settle = (answer: Answer<T>) => {
    // Settled first: disposing hides the input, which would otherwise count as dismissed.
    resolve(answer);
    input.dispose();
  };
  input.onDidTriggerButton((button) => {
    if (button === vscode.QuickInputButtons.Back) settle({ type: "back" });
  });
  input.onDidHide(() => settle({ type: "dismissed" }));
  return settle;
}

function validationMessage({ severity, message }: Verdict): vscode.InputBoxValidationMessage {
  const severities = {
    error: vscode.InputBoxValidationSeverity.Error,
    warning: vscode.InputBoxValidationSeverity.Warning,
    information: vscode.InputBoxValidationSeverity.Info,
  };
  return { message: plainNotice(message), severity: severities[severity] };
}

function answered<T>(answer: Answer<T>): T | undefined {
  return answer.type === "answered" ? answer.value : undefined;
}
