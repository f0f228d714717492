import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "../../fixtures/dockerfiles");

export interface FixtureText {
  readonly name: string;
  readonly text: string;
}

/** The Dockerfiles written for the tests of the model: each covers a family of constructs. */
export function fixtureTexts(): FixtureText[] {
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}
