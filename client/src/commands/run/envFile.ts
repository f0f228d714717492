/**
 * The variables of an env file, as docker's command line reads it: a line each, no quoting, `#` begins a comment only
 * at the line's beginning, a bare name takes the value of the surroundings. Lines that name nothing come back as problems.
 * https://docs.docker.com/reference/cli/docker/container/run/#env
 */
export function readEnvFile(
  text: string,
  surroundings: Readonly<Record<string, string | undefined>>,
): { readonly variables: readonly string[]; readonly problems: readonly string[] } {
  const variables: string[] = [];
  const problems: string[] = [];
  // Windows' editors put a mark at the beginning.
  for (const [index, whole] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    const line = whole.trimStart();
    if (line === "" || line.startsWith("#")) continue;
    const [name = ""] = line.split("=", 1);
    if (name === "" || /\s/.test(name)) {
      // Not the line itself: its words may be a secret.
      problems.push(`line ${index + 1} has no name before its value, or a blank in it`);
    } else if (line.includes("=")) variables.push(line);
    else if (surroundings[name] !== undefined) variables.push(`${name}=${surroundings[name]}`);
  }
  return { variables, problems };
}
