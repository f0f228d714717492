import { type Browser, chromium } from "playwright-core";
import { ensureDebianPackages } from "../../../scripts/testbed/debianPackages";
import { findOnPath } from "../../../scripts/testbed/findOnPath";

/** The machine's Chromium: the one that CHROMIUM names, or the first on PATH. */
export function findChromium(): string | undefined {
  return (
    process.env["CHROMIUM"] ??
    findOnPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
  );
}

/** Chromium's path, installing it where it is missing and Debian has it. */
export async function ensureChromium(): Promise<string> {
  // A browser alone has no font to draw text with.
  if (findChromium() === undefined) await ensureDebianPackages(["chromium", "fonts-dejavu-core"]);
  const path = findChromium();
  if (path === undefined) throw new Error("No Chromium on PATH; set CHROMIUM to the path of one.");
  return path;
}

/** A browser without a window that reaches this machine only. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      "--headless=new",
      // Chromium refuses its sandbox to root; all pages that it will see are ours.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Without this Chromium itself asks its makers' servers for this and that.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost",
    ],
  });
}
