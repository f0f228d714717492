/** What hadolint's configuration is called beside the code, in the order it is looked for. */
export const hadolintConfigNames: readonly string[] = [
  ".hadolint.yaml",
  ".hadolint.yml",
  "hadolint.config.yaml",
  "hadolint.config.yml",
];

/**
 * Paths below a user's own folders, in the order that hadolint tries them. `configHome`: `$XDG_CONFIG_HOME`, or
 * `%LOCALAPPDATA%` on Windows.
 */
export function userConfigPaths(home: string, configHome: string | undefined): readonly string[] {
  const extensions = ["yaml", "yml"];
  const stems = [
    ...(configHome ? [`${configHome}/hadolint`] : []),
    `${home}/.config/hadolint`,
    `${home}/.hadolint/hadolint`,
    `${home}/.hadolint/config`,
    `${home}/hadolint/config`,
    `${home}/.hadolint`,
  ];
  return stems.flatMap((stem) => extensions.map((extension) => `${stem}.${extension}`));
}
