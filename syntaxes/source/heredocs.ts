import { type Embedded, embedded } from "./embedded";
import { keywordScopes, type Shell, shells } from "./instructions";
import {
  captures,
  type Escape,
  endOfInstruction,
  keyOf,
  type Repository,
  type Rule,
  token,
  use,
} from "./rule";

/**
 * Heredocs. Each is two rules: the outer one ends at the end word; the inner one goes on while a line is not the end
 * word, which the engine asks before anything inside may see the line, so an open quote in the body ends with it.
 * They begin at the start of the line that holds the marker, around the whole instruction, so nothing else is open while
 * the body is read; the instruction's own line break (one that no escape continues) then begins the body.
 */
export function heredocRules(escaping: Escape): Repository {
  const rules: Record<string, Rule> = {
    [keyOf("heredoc", escaping)]: { patterns: [heredocOfLaterLine(escaping), heredocMarker] },
  };
  for (const shell of shells) {
    const line = use(`line-${shell}`, escaping);
    // Builders for Windows know no heredocs yet: there the plain cases are enough.
    const languages = shell === "posix" && escaping === "backslash" ? embedded : [];
    const single = keyOf(`heredoc-single-${shell}`, escaping);
    const double = keyOf(`heredoc-double-${shell}`, escaping);
    const triple = keyOf(`heredoc-triple-${shell}`, escaping);
    rules[single] = { patterns: singleHeredocs(languages, shell, line) };
    // The last marker is the outermost, because the first one's body comes first.
    rules[double] = { patterns: lastHeredocs(2, languages, { include: `#${single}` }) };
    rules[triple] = { patterns: lastHeredocs(3, languages, { include: `#${double}` }) };
    rules[keyOf(`heredocs-${shell}`, escaping)] = {
      patterns: [triple, double, single].map((key) => ({ include: `#${key}` })),
    };
  }
  return rules;
}

/** What each kind of body holds; the same wherever it stands. */
export const heredocBodies: Repository = Object.fromEntries(
  [...embedded, ...(["text", "expanded text", "script-posix", "script-powershell"] as const)].map(
    (contents) => [bodyKey(contents), { patterns: body(contents) }],
  ),
);

const endWord = String.raw`[^\s"'<>|&;()$\\\x60]+`;
/** `3<<-"EOF"` as the builder reads it: a word of its own. Three groups: the dash, the quote, the end word. */
const marker = markerOf(`["']?`);
const quotedMarker = markerOf(`["']`);
/** Without groups, for conditions and for the markers before the last. */
const anyMarker = String.raw`(?<!\S)\d*<<-?["']?${endWord}["']?(?!\S)`;
/** Words before the next marker. What stands in quotes is no marker. The count is bounded so that the cost is too. */
const words = String.raw`(?:(?!\d*<<-?["']?[^\s<"'])(?:[^\s"'\\]|\\[^\n]|"(?:[^"\\\n]|\\[^\n])*+"|'[^'\n]*')++[ \t]++){0,200}?`;
const flags = String.raw`(?:--\S+[ \t]+){0,30}?`;
const run = instructionStart("RUN");
const copy = instructionStart("COPY|ADD");
const either = instructionStart("RUN|COPY|ADD");
/** The line that closes a heredoc. After `<<` group 1 is empty and `(?!)` allows no tab; after `<<-` it holds a dash. */
const closing = String.raw`(?:(?!\1)\t+)?\3\r?$`;

/**
 * A heredoc that nobody has closed yet takes the rest of the file, for the builder too. While its end word is still to be
 * typed that would wipe out the colours of everything below, so a line that can only be an instruction ends it: in code
 * a keyword in capitals at the very beginning; in plain text, where SQL or a letter may say FROM, clearer forms only.
 */
const codeRecovery = String.raw`(?:${Object.keys(keywordScopes).join("|")})[ \t]+\S`;
const textRecovery = [
  String.raw`FROM[ \t]+\S+[ \t]+(?:AS|as)[ \t]+\S+[ \t\r]*$`,
  String.raw`FROM[ \t]+[\w./-]+[:@][\w.:-]+[ \t\r]*$`,
  String.raw`(?:ENTRYPOINT|CMD|SHELL|VOLUME)[ \t]+\[`,
  String.raw`(?:RUN|WORKDIR|HEALTHCHECK|STOPSIGNAL|ONBUILD)[ \t]+\S`,
].join("|");

const heredocMarker: Rule = {
  match: String.raw`(?<!\S)(\d*)(<<-?)(["']?)(${endWord})(\3)(?!\S)`,
  captures: captures(
    "constant.numeric.descriptor",
    "keyword.operator.heredoc",
    "punctuation.definition.string.begin",
    "keyword.control.heredoc-token",
    "punctuation.definition.string.end",
  ),
};

/** The heredoc of an instruction that has one, on its first line. The first rule that fits decides what the body is. */
function singleHeredocs(languages: readonly Embedded[], shell: Shell, line: Rule): readonly Rule[] {
  const anything = words + marker;
  return [
    ...languages.flatMap((language) => [
      heredoc(copy, anything, language, line, copiesTo(language)),
      heredoc(run, anything, language, line, writesOrReads(language)),
    ]),
    heredoc(run, flags + marker, shell === "prompt" ? "text" : `script-${shell}`, line),
    heredoc(either, words + quotedMarker, "text", line),
    heredoc(either, anything, "expanded text", line),
  ];
}

/** The last of several markers, around the rules for those before it. */
function lastHeredocs(count: number, languages: readonly Embedded[], before: Rule): readonly Rule[] {
  const path = `${words}${anyMarker}[ \\t]+`.repeat(count - 1) + words;
  return [
    ...languages.map((language) =>
      heredoc(either, path + marker, language, before, [path + namedBy(language)]),
    ),
    heredoc(either, path + quotedMarker, "text", before),
    heredoc(either, path + marker, "expanded text", before),
  ];
}

/**
 * A marker on a continuation line. The instruction around it is open, so here no line of the body can be taken for the
 * next instruction, and the body is plain text unless it says otherwise.
 */
function heredocOfLaterLine(escaping: Escape): Rule {
  const rest: Rule = {
    begin: String.raw`\G[ \t]*(?=\S)`,
    end: endOfInstruction,
    patterns: [use("lines", escaping), heredocMarker, use("posix", escaping)],
  };
  return twoRules("", `(?=[ \\t]*${words}${marker})`, "expanded text", rest, "(?!)");
}

type Contents = Embedded | "text" | "expanded text" | "script-posix" | "script-powershell";

/** One kind of heredoc: `path` leads from the keyword to the marker, and one of the `conditions` must hold too. */
function heredoc(
  start: string,
  path: string,
  contents: Contents,
  instruction: Rule,
  conditions: readonly string[] = [],
): Rule {
  const condition = conditions.length === 0 ? "" : `(?=${start}(?:${conditions.join("|")}))`;
  return twoRules(condition, `(?=${start}${path})`, contents, instruction, recovery(contents));
}

function twoRules(
  condition: string,
  path: string,
  contents: Contents,
  instruction: Rule,
  recovers: string,
): Rule {
  return {
    begin: `^${condition}${path}`,
    // `\G` is where this rule began: its own first line is no line to recover at.
    end: `^(?:(${closing})|(?!\\G)(?=${recovers}))`,
    endCaptures: captures("keyword.control.heredoc-token"),
    patterns: [
      {
        begin: `^${path}`,
        while: `^(?!${closing}|${recovers})`,
        patterns: [
          instruction,
          { begin: String.raw`(?=\n)`, while: "^", patterns: [use(bodyKey(contents))] },
        ],
      },
    ],
  };
}

function recovery(contents: Contents): string {
  // A Dockerfile in a heredoc has instructions of its own.
  if (typeof contents === "object" && contents.name === "dockerfile") return "(?!)";
  return contents === "text" || contents === "expanded text" ? textRecovery : codeRecovery;
}

function bodyKey(contents: Contents): string {
  return `body-${typeof contents === "object" ? contents.name : contents.replace(" ", "-")}`;
}

/** What the lines between marker and end word are. The first of them may be a `#!` line, which decides. */
function body(contents: Contents): readonly Rule[] {
  if (typeof contents === "object") return [language("^", contents)];
  const shebangs = embedded.flatMap((candidate) =>
    candidate.interpreter === undefined
      ? []
      : [
          language(
            String.raw`^(?=\t*#!\s*\S*(?:/env(?:\s+-\S+)*\s+|/)(?:${candidate.interpreter})(?:\s|$))`,
            candidate,
          ),
        ],
  );
  if (contents === "script-posix" || contents === "script-powershell") {
    const name = contents === "script-posix" ? "shellscript" : "powershell";
    return [
      ...shebangs,
      ...embedded.filter((shell) => shell.name === name).map((shell) => language("^", shell)),
    ];
  }
  return [
    ...shebangs,
    {
      begin: "^",
      while: "^",
      name: "string.unquoted.heredoc.dockerfile",
      patterns: contents === "expanded text" ? [use("heredoc-variable")] : [],
    },
  ];
}

function language(begin: string, { name, scopes }: Embedded): Rule {
  return {
    begin,
    while: "^",
    contentName: `meta.embedded.block.${name}`,
    patterns: scopes.map((include) => ({ include })),
  };
}

/** Only `$NAME` and `${NAME…}` of one line: what else the shell or the builder expands is rare in text. */
export const heredocVariable: Repository = {
  "heredoc-variable": {
    patterns: [
      token("constant.character.escape", String.raw`\\[$\\\x60]`),
      {
        name: "variable.other.readwrite.dockerfile",
        match: String.raw`(\$)[A-Za-z_]\w*|(\$\{)[A-Za-z_]\w*[^}\n]{0,200}(\})`,
        captures: captures(
          "punctuation.definition.variable",
          "punctuation.definition.variable.begin",
          "punctuation.definition.variable.end",
        ),
      },
    ],
  },
};

function markerOf(quote: string): string {
  return String.raw`(?<!\S)\d*<<(-?)(${quote})(${endWord})\2(?!\S)`;
}

function instructionStart(keywords: string): string {
  return String.raw`[ \t]*(?:(?i:ONBUILD)[ \t]++)?(?i:${keywords})[ \t]++`;
}

/** Where the end word names the language (`<<PYTHON`, `<<app.json`). */
function namedBy({ extensions, endWords, files }: Embedded): string {
  const names = [String.raw`[^\s"'<>|&;()$\\\x60]+?\.(?:${extensions})`, endWords, files].filter(Boolean);
  return String.raw`(?<!\S)\d*<<-?["']?(?:${names.join("|")})["']?(?!\S)`;
}

/** Where the destination, the last word of the line, names the language, or else the end word does. */
function copiesTo(language: Embedded): readonly string[] {
  return [
    String.raw`${words}${anyMarker}[^\n]{0,500}?${fileOf(language)}["'\]]*[ \t\r]*$`,
    words + namedBy(language),
  ];
}

/** `RUN python3 <<EOF`, `RUN <<EOF python3`, `RUN cat <<EOF > app.json`, `RUN cat > app.json <<EOF`, `RUN cat <<JSON`. */
function writesOrReads(language: Embedded): readonly string[] {
  const file = String.raw`(?:>>?[ \t]*|\btee[ \t]+(?:-a[ \t]+)?)["']?[^\s"'>]{0,200}?${fileOf(language)}["']?`;
  const paths = [
    String.raw`[^\n]{0,300}?${file}[ \t]+${anyMarker}`,
    String.raw`${words}${anyMarker}[^\n]{0,300}?${file}(?=[\s;&|)])`,
    words + namedBy(language),
  ];
  if (language.interpreter === undefined) return paths;
  const program = String.raw`(?:\S*/)?(?:${language.interpreter})`;
  return [
    String.raw`${words}${program}(?:[ \t]+-\S*){0,8}[ \t]+${anyMarker}`,
    String.raw`${flags}${anyMarker}[ \t]+${program}\s`,
    ...paths,
  ];
}

function fileOf({ extensions, files }: Embedded): string {
  const ending = String.raw`\.(?:${extensions})`;
  return files === undefined ? ending : String.raw`(?:${ending}|(?<=[\s/"'>])(?:${files}))`;
}
