// Calendar days for specs and the tour, counted from the day it is here. Refuses times of day.

/** The day `offset` days from today, as YYYY-MM-DD in the local calendar. */
export function dayFromToday(offset: number): string {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + offset);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
