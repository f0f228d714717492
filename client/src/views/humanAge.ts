const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long ago, as docker's command line words it: whole units, each kept until it reaches two or so of the next. */
export function humanAge(since: number, now: number): string {
  return `${humanDuration(now - since)} ago`;
}

function humanDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / second);
  if (seconds < 1) return "Less than a second";
  if (seconds === 1) return "1 second";
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.floor(milliseconds / minute);
  if (minutes === 1) return "About a minute";
  if (minutes < 60) return `${minutes} minutes`;
  // Hours alone are rounded; all longer units are cut off from them.
  const hours = Math.floor(milliseconds / hour + 0.5);
  if (hours === 1) return "About an hour";
  if (hours < 48) return `${hours} hours`;
  const days = Math.floor(hours / 24);
  if (days < 14) return `${days} days`;
  if (days < 60) return `${Math.floor(days / 7)} weeks`;
  if (days < 730) return `${Math.floor(days / 30)} months`;
  return `${Math.floor(milliseconds / hour / 24 / 365)} years`;
}
