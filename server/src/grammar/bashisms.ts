/** A form of bash that some shells behind `/bin/sh` do not know. */
export interface Bashism {
  /** ShellCheck's name for it; several where it says it differently to dash. */
  readonly codes: readonly string[];
  /** As it is called in a sentence. */
  readonly what: string;
  /** What to write instead, a sentence. */
  readonly advice: string;
  /** BusyBox, as Alpine builds it, knows it. dash knows none of them. */
  readonly busybox: "knows" | "does not know";
}

export type BashismKind = keyof typeof table;

const useBash = 'Let bash read it, with SHELL ["/bin/bash", "-c"].';

const both = { busybox: "does not know" } as const;
const dashOnly = { busybox: "knows" } as const;

const table = {
  conditional: { codes: ["SC3010"], what: "[[", advice: "Use [ … ] with quoted variables.", ...dashOnly },
  testEquals: { codes: ["SC3014"], what: "== in a test", advice: "Use = instead.", ...dashOnly },
  testPattern: {
    codes: ["SC3015"],
    what: "=~ in a test",
    advice: "Use case, or grep with a pattern.",
    ...both,
  },
  testVariable: {
    codes: ["SC3016"],
    what: "-v in a test",
    advice: 'Use [ -n "${NAME+set}" ] instead.',
    ...both,
  },
  array: { codes: ["SC3030"], what: "arrays", advice: useBash, ...both },
  arrayElement: { codes: ["SC3054"], what: "arrays", advice: useBash, ...both },
  append: { codes: ["SC3024"], what: "+=", advice: 'Write NAME="${NAME}more" instead.', ...both },
  hereString: {
    codes: ["SC3011"],
    what: "<<<",
    advice: "Use a pipe: printf '%s\\n' \"text\" | command.",
    ...both,
  },
  source: { codes: ["SC3046"], what: "source", advice: "Use a dot: . ./file.", ...dashOnly },
  functionKeyword: {
    codes: ["SC2112", "SC2113"],
    what: 'the word "function"',
    advice: "Write name() { …; } instead.",
    ...dashOnly,
  },
  functionName: {
    codes: ["SC3033"],
    what: "function names like this",
    advice: "Use letters, digits and underscores.",
    ...both,
  },
  setOption: { codes: ["SC3040"], what: "this option of set", advice: useBash, ...dashOnly },
  outputAndErrors: { codes: ["SC3020"], what: "&>", advice: "Write > file 2>&1 instead.", ...dashOnly },
  appendOutputAndErrors: { codes: ["SC3020"], what: "&>>", advice: "Write >> file 2>&1 instead.", ...both },
  outputToFile: {
    codes: ["SC3021"],
    what: ">& with a file",
    advice: "Write > file 2>&1 instead.",
    ...dashOnly,
  },
  namedDescriptor: { codes: ["SC3022"], what: "{name}>", advice: "Use a number from 3 to 9.", ...both },
  highDescriptor: {
    codes: ["SC3023"],
    what: "file descriptors above 9",
    advice: "Use a number from 3 to 9.",
    ...dashOnly,
  },
  networkFile: {
    codes: ["SC3025"],
    what: "/dev/tcp and /dev/udp",
    advice: "Use a program such as nc or curl.",
    ...both,
  },
  pipeWithErrors: { codes: ["SC3029"], what: "|&", advice: "Write 2>&1 | instead.", ...both },
  escapedQuote: { codes: ["SC3003"], what: "$'…'", advice: "Use printf to produce such text.", ...dashOnly },
  translatedQuote: { codes: ["SC3004"], what: '$"…"', advice: "Leave out the $.", ...both },
  braceExpansion: {
    codes: ["SC3009"],
    what: "{…,…} and {…..…}",
    advice: "Write each word in full.",
    ...both,
  },
  processSubstitution: {
    codes: ["SC3001"],
    what: "<(…) and >(…)",
    advice: "Use a pipe or a file in between.",
    ...dashOnly,
  },
  extendedPattern: {
    codes: ["SC3002"],
    what: "patterns such as @(…|…)",
    advice: "Write the patterns one by one.",
    ...both,
  },
  arithmeticCommand: {
    codes: ["SC3006"],
    what: "((…))",
    advice: "Use [ … ] to compare, and NAME=$((…)) to reckon.",
    ...both,
  },
  arithmeticFor: {
    codes: ["SC3005"],
    what: "for ((…))",
    advice: "Use while, or for NAME in $(seq 1 9).",
    ...both,
  },
  oldArithmetic: { codes: ["SC3007"], what: "$[…]", advice: "Use $((…)) instead.", ...both },
  increment: { codes: ["SC3018"], what: "++ and --", advice: "Write NAME=$((NAME + 1)).", ...dashOnly },
  power: { codes: ["SC3019"], what: "**", advice: "Multiply instead.", ...dashOnly },
  numberBase: {
    codes: ["SC3052"],
    what: "base#number",
    advice: "Write the number in base ten.",
    ...dashOnly,
  },
  select: {
    codes: ["SC3008"],
    what: "select",
    advice: "Nobody can choose during a build; use for.",
    ...both,
  },
  echoOption: {
    codes: ["SC3036", "SC3037"],
    what: "options of echo other than -n, and prints them",
    advice: "Use printf instead.",
    ...dashOnly,
  },
  readOption: {
    codes: ["SC3045"],
    what: "this option of read",
    advice: "Only -r and -p are known.",
    ...dashOnly,
  },
  readArray: { codes: ["SC3045"], what: "this option of read", advice: useBash, ...both },
  readNothing: {
    codes: ["SC3061"],
    what: "read without a variable",
    advice: "Name one: read -r line.",
    ...dashOnly,
  },
  exportFunction: { codes: ["SC3045"], what: "export -f", advice: useBash, ...both },
  printfVariable: { codes: ["SC3045"], what: "printf -v", advice: "Write NAME=$(printf …).", ...both },
  printfQuote: { codes: ["SC3050"], what: "%q", advice: useBash, ...both },
  variable: { codes: ["SC3028"], what: "this variable", advice: useBash, ...both },
  random: {
    codes: ["SC3028"],
    what: "$RANDOM",
    advice: "Use $(shuf -i 0-32767 -n 1) instead.",
    ...dashOnly,
  },
  replacement: { codes: ["SC3060"], what: "${NAME/…/…}", advice: "Use sed.", ...dashOnly },
  substring: {
    codes: ["SC3057"],
    what: "${NAME:…}",
    advice: "Use cut, or ${NAME#…} and ${NAME%…}.",
    ...dashOnly,
  },
  letterCase: { codes: ["SC3059"], what: "${NAME^} and ${NAME,}", advice: "Use tr.", ...both },
  indirection: {
    codes: ["SC3053"],
    what: "${!NAME}",
    advice: 'Use eval, or printenv "$NAME" for what is exported.',
    ...both,
  },
  let: { codes: ["SC3039"], what: "let", advice: "Write NAME=$((…)).", ...dashOnly },
  command: { codes: ["SC3044"], what: "this command", advice: useBash, ...both },
  trapName: { codes: ["SC3047"], what: "trap ERR", advice: "Use set -e, or trap … EXIT.", ...dashOnly },
  trapPrefix: {
    codes: ["SC3048"],
    what: "signals whose name begins with SIG",
    advice: "Leave SIG away.",
    ...dashOnly,
  },
  readFile: { codes: ["SC3034"], what: "$(<file)", advice: "Write $(cat file).", ...dashOnly },
  coprocess: { codes: ["SC3032"], what: "coproc", advice: useBash, ...both },
  fallThrough: { codes: ["SC2127"], what: ";& and ;;&", advice: "Repeat the commands, or use if.", ...both },
  execName: { codes: ["SC3038"], what: "exec -a", advice: "Leave it out.", ...dashOnly },
} as const;

/** What dash does not know, and of it what BusyBox knows; tried with dash 0.5.12 and BusyBox 1.35. */
export const bashisms: Readonly<Record<BashismKind, Bashism>> = table;

/** What ShellCheck says of POSIX's sh, by the shell for which it does not hold: local variables, `<` and `-nt` in tests. */
const everyShellKnows = ["SC3012", "SC3013", "SC3043"];

/** The codes of ShellCheck that are wrong where this shell reads a script. */
export const knownForms: Readonly<Record<"busybox" | "dash", ReadonlySet<string>>> = {
  busybox: new Set([...everyShellKnows, ...codesThatBusyBoxKnows()]),
  dash: new Set(everyShellKnows),
};

/** Not those that stand for several forms of which it knows only some. */
function codesThatBusyBoxKnows(): string[] {
  const all: readonly Bashism[] = Object.values(bashisms);
  return all
    .flatMap(({ codes }) => codes)
    .filter((code) => all.every(({ codes, busybox }) => !codes.includes(code) || busybox === "knows"));
}
