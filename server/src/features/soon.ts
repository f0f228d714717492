/** A person at the keyboard notices a list that comes later than this, in milliseconds. */
const PATIENCE_MS = 40;

/**
 * What was promised, if it comes soon; undefined otherwise, or where it failed. What is slow goes on in the background
 * and serves the next question.
 */
export function soon<Value>(promised: Promise<Value>, patience = PATIENCE_MS): Promise<Value | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patience);
    const settle = (value: Value | undefined) => {
      clearTimeout(timer);
      resolve(value);
    };
    promised.then(settle, () => settle(undefined));
  });
}
