import type { FileReport } from "../fileReport";
import type { Format, FormatContext } from "./format";
import type { FormatName } from "./formatName";

/** The text of a run's reports. A format is loaded when it is asked for. */
export async function formatReports(
  name: FormatName,
  reports: readonly FileReport[],
  about: FormatContext,
): Promise<string> {
  return (await load(name))(reports, about);
}

async function load(name: FormatName): Promise<Format> {
  switch (name) {
    case "stylish":
      return (await import("./stylish")).stylish;
    case "json":
      return (await import("./json")).json;
    case "sarif":
      return (await import("./sarif")).sarif;
    case "github":
      return (await import("./github")).github;
    case "gitlab-codeclimate":
      return (await import("./codeclimate")).gitlabCodeclimate;
    case "codeclimate":
      return (await import("./codeclimate")).codeclimate;
    case "checkstyle":
      return (await import("./checkstyle")).checkstyle;
    case "junit":
      return (await import("./junit")).junit;
    case "tty":
      return (await import("./tty")).tty;
    case "gnu":
      return (await import("./gnu")).gnu;
    case "codacy":
      return (await import("./codacy")).codacy;
    case "sonarqube":
      return (await import("./sonarqube")).sonarqube;
  }
}
