import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { contributes } from "../../../package.json";
import { instructions } from "../../../server/src/grammar/instructions";
import { dockerfileGrammar, embeddedLanguages } from "../../../syntaxes/source/dockerfileGrammar";
import { keywordScopes } from "../../../syntaxes/source/instructions";
import { type Token, tokenize } from "./tokenize";

const root = join(__dirname, "..", "..", "..");
const fixtures = join(root, "test", "fixtures", "syntaxes");

/** Each fixture beside what it is coloured as. `UPDATE_SNAPSHOTS=1` writes them anew; read the difference before you commit it. */
for (const name of readdirSync(fixtures).filter((file) => !file.endsWith(".tokens"))) {
  test(`the colours of ${name} are those of its snapshot`, async () => {
    const text = readFileSync(join(fixtures, name), "utf8");
    const scope = name.endsWith(".dockerignore") ? "source.ignore" : undefined;
    const wanted = join(fixtures, `${name}.tokens`);
    const tokens = printed(text, await tokenize(text, scope));
    if (process.env["UPDATE_SNAPSHOTS"] === "1") writeFileSync(wanted, tokens);
    assert.equal(tokens, readFileSync(wanted, "utf8"));
  });

  test(`the colours of ${name} are the same with CRLF and without a last line break`, async () => {
    const text = readFileSync(join(fixtures, name), "utf8");
    const scope = name.endsWith(".dockerignore") ? "source.ignore" : undefined;
    const plain = await tokenize(text, scope);
    assert.deepEqual(await tokenize(text.replaceAll("\n", "\r\n"), scope), plain);
    assert.deepEqual(await tokenize(text.replace(/\n$/, ""), scope), plain.slice(0, -1));
  });
}

test("the grammar's file is what its source makes", () => {
  const present = readFileSync(join(root, "syntaxes", "dockerfile.tmLanguage.json"), "utf8");
  assert.deepEqual(
    JSON.parse(present),
    JSON.parse(JSON.stringify(dockerfileGrammar())),
    "Run: npm run generate",
  );
});

test("every rule that is included exists, and every rule is included", () => {
  const text = JSON.stringify(dockerfileGrammar());
  const { repository } = JSON.parse(text);
  const included = new Set(Array.from(text.matchAll(/"include":"#([^"]+)"/g), ([, name = ""]) => name));
  assert.deepEqual(
    [...included].filter((name) => !(name in repository)),
    [],
  );
  assert.deepEqual(
    Object.keys(repository).filter((name) => !included.has(name)),
    [],
  );
});

test("the grammar knows the keywords of the language's table, no more and no fewer", () => {
  assert.deepEqual(Object.keys(keywordScopes).sort(), instructions.map(({ keyword }) => keyword).sort());
});

test("the manifest names the languages that heredocs may hold", () => {
  const grammar = contributes.grammars.find(({ scopeName }) => scopeName === "source.dockerfile.drydock");
  assert.deepEqual(grammar?.embeddedLanguages, embeddedLanguages());
});

function printed(text: string, lines: readonly (readonly Token[])[]): string {
  return text
    .split("\n")
    .flatMap((line, index) => [`> ${line}`, ...(lines[index] ?? []).flatMap(printedToken)])
    .join("\n");
}

function printedToken({ text, scopes }: Token): readonly string[] {
  const own = scopes.filter((scope) => !scope.startsWith("meta.instruction."));
  return text.trim() === "" || own.length === 0
    ? []
    : [`    ${JSON.stringify(text).padEnd(26)} ${own.join("  ")}`];
}
