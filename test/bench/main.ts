import { benchImages } from "./images";
import { benchLanguage } from "./language";
import { benchLint } from "./lint";
import { benchOdd } from "./odd";

/** `npm run bench -- lint [--files FOLDER]`, `language`, `odd` or `images`; without a name, all. */
const benches: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  lint: benchLint,
  language: benchLanguage,
  odd: benchOdd,
  images: benchImages,
};

async function main([name, ...words]: readonly string[]): Promise<void> {
  const chosen = name === undefined || name.startsWith("-") ? undefined : benches[name];
  if (chosen) return chosen(words);
  if (name !== undefined && !name.startsWith("-"))
    throw new Error(`There is no bench "${name}". There are: ${Object.keys(benches).join(", ")}.`);
  for (const bench of Object.values(benches)) await bench(name === undefined ? [] : [name, ...words]);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
