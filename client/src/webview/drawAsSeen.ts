export interface RowsAsSeen {
  /** Shows these rows in place of those before. */
  show(rows: readonly HTMLTableRowElement[]): void;
  /** Draws as far as this row, for the focus to go there. */
  reach(row: HTMLTableRowElement): void;
}

/** Rows below those in sight that come with them. */
const spare = 50;

/**
 * Puts rows into a table as far down as somebody has looked: to lay out thousands takes a second in which nothing can be
 * typed. Below them is as much empty space as the others will need, and a screen reader is told how many there are.
 */
export function drawAsSeen(table: HTMLTableElement): RowsAsSeen {
  let drawn = 0;
  let waiting: readonly HTMLTableRowElement[] = [];
  let height = 26;

  const append = (count: number) => {
    const body = table.tBodies[0] ?? table.createTBody();
    for (const row of waiting.slice(0, count)) {
      drawn += 1;
      // The first one is that of the headings.
      row.setAttribute("aria-rowindex", String(drawn + 1));
      body.append(row);
    }
    waiting = waiting.slice(count);
    table.style.marginBottom = `${waiting.length * height}px`;
  };
  const follow = () => {
    const missing = Math.ceil((window.scrollY + window.innerHeight) / height) - drawn;
    if (waiting.length > 0 && missing > -spare / 2) append(missing + spare);
  };
  window.addEventListener("scroll", follow, { passive: true });
  window.addEventListener("resize", follow);

  return {
    show(rows) {
      height = table.tBodies[0]?.rows[0]?.offsetHeight || height;
      table.tBodies[0]?.replaceChildren();
      table.setAttribute("aria-rowcount", String(rows.length + 1));
      drawn = 0;
      waiting = rows;
      append(0);
      // As far as before, so that a page that is scrolled down stays where it is.
      follow();
    },
    reach(row) {
      const place = waiting.indexOf(row);
      if (place !== -1) append(place + spare);
    },
  };
}
