/** Ours first, then those that only hadolint's users know. */
export const formatNames = [
  "stylish",
  "json",
  "sarif",
  "github",
  "gitlab-codeclimate",
  "checkstyle",
  "junit",
  "tty",
  "codeclimate",
  "gnu",
  "codacy",
  "sonarqube",
] as const;

export type FormatName = (typeof formatNames)[number];

/** Hadolint parts words with an underscore. */
export function formatCalled(word: string): FormatName | undefined {
  const name = word.toLowerCase().replaceAll("_", "-");
  return formatNames.find((known) => known === name);
}
