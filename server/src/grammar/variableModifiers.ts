/** One way to write a variable with braces, which the builder itself understands. */
export interface VariableModifier {
  /** What follows the name: `:-` in `${name:-word}`. */
  readonly modifier: string;
  /** As shown to people. */
  readonly form: string;
  readonly does: string;
  /** What stands between the name and the brace, in the snippet syntax of LSP. */
  readonly snippet: string;
  readonly since?: string;
}

/** Those that people use most come first. Any other modifier stops the build. */
export const variableModifiers: readonly VariableModifier[] = [
  {
    modifier: ":-",
    form: "${name:-word}",
    does: "The word where the variable is not set or empty.",
    snippet: ":-${1:word}",
  },
  {
    modifier: ":+",
    form: "${name:+word}",
    does: "The word where the variable is set and not empty, otherwise nothing.",
    snippet: ":+${1:word}",
  },
  {
    modifier: ":?",
    form: "${name:?message}",
    does: "Stops the build with the message where the variable is not set or empty.",
    snippet: ":?${1:message}",
  },
  {
    modifier: "-",
    form: "${name-word}",
    does: "The word where the variable is not set; an empty value stays.",
    snippet: "-${1:word}",
    since: "1.6",
  },
  {
    modifier: "+",
    form: "${name+word}",
    does: "The word where the variable is set, even to nothing.",
    snippet: "+${1:word}",
    since: "1.6",
  },
  {
    modifier: "?",
    form: "${name?message}",
    does: "Stops the build with the message where the variable is not set.",
    snippet: "?${1:message}",
    since: "1.6",
  },
  {
    modifier: "##",
    form: "${name##pattern}",
    does: "The value without the longest match of the pattern at its start.",
    snippet: "##${1:pattern}",
    since: "1.7",
  },
  {
    modifier: "#",
    form: "${name#pattern}",
    does: "The value without the shortest match of the pattern at its start.",
    snippet: "#${1:pattern}",
    since: "1.7",
  },
  {
    modifier: "%%",
    form: "${name%%pattern}",
    does: "The value without the longest match of the pattern at its end.",
    snippet: "%%${1:pattern}",
    since: "1.7",
  },
  {
    modifier: "%",
    form: "${name%pattern}",
    does: "The value without the shortest match of the pattern at its end.",
    snippet: "%${1:pattern}",
    since: "1.7",
  },
  {
    modifier: "//",
    form: "${name//pattern/word}",
    does: "The value with every match of the pattern replaced.",
    snippet: "//${1:pattern}/${2:word}",
    since: "1.7",
  },
  {
    modifier: "/",
    form: "${name/pattern/word}",
    does: "The value with the first match of the pattern replaced.",
    snippet: "/${1:pattern}/${2:word}",
    since: "1.7",
  },
];
