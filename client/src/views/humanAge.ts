const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long ago, as docker's command line words it: whole units, each kept until it reaches two or so of the next. */
export function humanAge(since: number, now: number): string {
  const { count, unit } = age(now - since);
  return `${vague[`${count} ${unit}`] ?? `${count} ${unit}${count === 1 ? "" : "s"}`} ago`;
}

/** The same in few letters, for rows that have little room: `now`, `40 s`, `3 min`, `2 h`, `5 d`, `2 wk`, `4 mo`, `2 y`. */
export function shortAge(since: number, now: number): string {
  const { count, unit } = age(now - since);
  return count === 0 ? "now" : `${count} ${shortUnits[unit]}`;
}

type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

const vague: Readonly<Record<string, string>> = {
  "0 second": "Less than a second",
  "1 minute": "About a minute",
  "1 hour": "About an hour",
};

const shortUnits: Readonly<Record<Unit, string>> = {
  second: "s",
  minute: "min",
  hour: "h",
  day: "d",
  week: "wk",
  month: "mo",
  year: "y",
};

function age(milliseconds: number): { readonly count: number; readonly unit: Unit } {
  const seconds = Math.max(0, Math.floor(milliseconds / second));
  if (seconds < 60) return { count: seconds, unit: "second" };
  const minutes = Math.floor(milliseconds / minute);
  if (minutes < 60) return { count: minutes, unit: "minute" };
  // Hours alone are rounded; all longer units are cut off from them.
  const hours = Math.floor(milliseconds / hour + 0.5);
  if (hours < 48) return { count: hours, unit: "hour" };
  const days = Math.floor(hours / 24);
  if (days < 14) return { count: days, unit: "day" };
  if (days < 60) return { count: Math.floor(days / 7), unit: "week" };
  if (days < 730) return { count: Math.floor(days / 30), unit: "month" };
  return { count: Math.floor(milliseconds / hour / 24 / 365), unit: "year" };
}
