const symbolic = /^[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+(?:,[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+)*$/;

/** The version of `docker/dockerfile` that takes symbolic modes: https://github.com/moby/buildkit/releases/tag/dockerfile%2F1.14.0 */
export const symbolicModeSince = "1.14";

/** How `--chmod` is written: `755`, `u=rwX,go=rX`; undefined for what the builder cannot read. */
export function fileModeForm(text: string): "octal" | "symbolic" | undefined {
  if (octalMode(text) !== undefined) return "octal";
  return symbolic.test(text) ? "symbolic" : undefined;
}

/** The number of an octal mode up to 7777; undefined for anything else. */
export function octalMode(text: string): number | undefined {
  if (!/^[0-7]+$/.test(text)) return undefined;
  const mode = Number.parseInt(text, 8);
  return mode <= 0o7777 ? mode : undefined;
}

/** Modes worth offering. */
export const commonModes: readonly { readonly mode: string; readonly does: string }[] = [
  { mode: "755", does: "Everybody reads and runs it, its owner writes it. For programs and directories." },
  { mode: "644", does: "Everybody reads it, its owner writes it. For plain files." },
  { mode: "700", does: "Nobody but its owner may do anything with it." },
  { mode: "600", does: "Nobody but its owner reads or writes it. For secrets." },
  { mode: "u=rwX,go=rX", does: "As 755 for directories and programs, as 644 for other files." },
  { mode: "+x", does: "Everybody may run it; the rest stays." },
];
