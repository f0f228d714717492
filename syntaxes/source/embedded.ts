/** A language that a heredoc may hold. */
export interface Embedded {
  /** The end of `meta.embedded.block.<name>`, and our own grammars' name of the language. */
  readonly name: string;
  /** VS Code's id of the language, for brackets and comments; undefined where it has none built in. */
  readonly language: string | undefined;
  /** Grammars to try, best first; one that nobody has installed is passed over. */
  readonly scopes: readonly string[];
  /** The base name of a program that reads it, as in `#!/usr/bin/env python3` and `RUN python3 <<EOF`. */
  readonly interpreter?: string;
  /** Endings of file names. */
  readonly extensions: string;
  /** End words that name it: `<<PYTHON`. */
  readonly endWords?: string;
  /** Whole file names without an ending of their own. */
  readonly files?: string;
}

export const embedded: readonly Embedded[] = [
  {
    name: "python",
    language: "python",
    scopes: ["source.python"],
    interpreter: String.raw`(?:python|pypy)[\d.]*`,
    extensions: "pyi?",
    endWords: "PY(?:THON)?",
  },
  {
    name: "javascript",
    language: "javascript",
    scopes: ["source.js"],
    interpreter: "node(?:js)?|bun",
    extensions: "[cm]?js",
    endWords: "JS|NODE|JAVASCRIPT",
  },
  {
    name: "perl",
    language: "perl",
    scopes: ["source.perl"],
    interpreter: "perl",
    extensions: "p[lm]",
    endWords: "PERL",
  },
  {
    name: "ruby",
    language: "ruby",
    scopes: ["source.ruby"],
    interpreter: "ruby",
    extensions: "rb|gemspec",
    endWords: "RUBY",
    files: "Gemfile|Rakefile",
  },
  {
    name: "powershell",
    language: "powershell",
    scopes: ["source.powershell"],
    interpreter: "pwsh|powershell",
    extensions: "ps[dm]?1",
    endWords: "POWERSHELL|PWSH|PS1?",
  },
  {
    name: "shellscript",
    language: "shellscript",
    scopes: ["source.shell"],
    interpreter: "(?:ba|da|a|k|z|)sh",
    extensions: "(?:ba|z|k|)sh|bashrc|profile",
    endWords: "SH|BASH|SHELL|SCRIPT",
    files: String.raw`\.?bashrc|\.?profile|entrypoint|docker-entrypoint`,
  },
  { name: "json", language: "json", scopes: ["source.json"], extensions: "json", endWords: "JSON" },
  { name: "yaml", language: "yaml", scopes: ["source.yaml"], extensions: "ya?ml", endWords: "YA?ML" },
  {
    name: "toml",
    language: undefined,
    scopes: ["source.toml", "source.ini"],
    extensions: "toml",
    endWords: "TOML",
    files: "Cargo.lock|Pipfile",
  },
  {
    name: "ini",
    language: "ini",
    scopes: ["source.ini"],
    extensions: "ini|cfg|cnf|properties|repo|service|desktop",
    endWords: "INI",
    files: String.raw`\.npmrc|\.gitconfig|pip\.conf`,
  },
  {
    name: "xml",
    language: "xml",
    scopes: ["text.xml"],
    extensions: "xml|xsd|xsl|svg|config",
    endWords: "XML",
  },
  { name: "html", language: "html", scopes: ["text.html.basic"], extensions: "html?", endWords: "HTML" },
  { name: "css", language: "css", scopes: ["source.css"], extensions: "css", endWords: "CSS" },
  {
    name: "sql",
    language: "sql",
    scopes: ["source.sql"],
    interpreter: "psql|mysql|sqlite3",
    extensions: "sql",
    endWords: "SQL",
  },
  { name: "go", language: "go", scopes: ["source.go"], extensions: "go", endWords: "GO(?:LANG)?" },
  { name: "c", language: "c", scopes: ["source.c"], extensions: "[ch]", endWords: "C" },
  {
    name: "makefile",
    language: "makefile",
    scopes: ["source.makefile"],
    extensions: "mk",
    files: "Makefile",
  },
  {
    name: "dockerfile",
    language: "dockerfile",
    scopes: ["source.dockerfile.drydock"],
    extensions: "[Dd]ockerfile",
    endWords: "DOCKERFILE",
    files: "(?:Docker|Container)file",
  },
  {
    name: "conf",
    language: undefined,
    scopes: ["#conf"],
    extensions: "conf|env|rules|vcl|nginx",
    endWords: "CONF(?:IG)?|NGINX",
    files: String.raw`\.env|Caddyfile`,
  },
];
