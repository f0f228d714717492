import type { Dockerfile } from "../model/dockerfile";

/** The plain paths that COPY and ADD take from the build context: no variables, no patterns, nothing from elsewhere. */
export function copySources({ instructions }: Dockerfile): string[] {
  return instructions.flatMap(({ keyword, flags, words, exec }) => {
    if (keyword !== "COPY" && keyword !== "ADD") return [];
    if (flags.some(({ name }) => name === "from")) return [];
    const values = exec ? exec.strings.map(({ value }) => value) : words.map(({ value }) => value);
    return values
      .slice(0, -1)
      .filter((value) => !/[$*?[\]]|^<<|:\/\/|^git@/.test(value))
      .map((value) => value.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, ""))
      .filter((value) => value !== "" && value !== ".");
  });
}
