import { defaultSettings, type Settings } from "./protocol";

/**
 * Settings as they may come from any editor, made whole: what is missing or of the wrong type is replaced by its
 * default, so that a typing error in one setting spoils that setting only.
 */
export function completeSettings(sent: unknown): Settings {
  return complete(sent, defaultSettings) as Settings;
}

function complete(sent: unknown, fallback: unknown): unknown {
  if (sent === undefined || sent === null) return fallback;
  if (isRecord(fallback)) {
    if (!isRecord(sent)) return fallback;
    const keys = Object.keys(fallback);
    // A record without keys of its own, such as `rules`, takes whatever the person writes in it.
    if (keys.length === 0) return sent;
    return Object.fromEntries(keys.map((key) => [key, complete(sent[key], fallback[key])]));
  }
  if (Array.isArray(fallback)) return isTextList(sent) ? sent : fallback;
  // `select` is a word or a list of names.
  if (fallback === defaultSettings.lint.select && isTextList(sent)) return sent;
  return typeof sent === typeof fallback ? sent : fallback;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
