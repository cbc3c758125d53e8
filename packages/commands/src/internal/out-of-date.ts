/** Said of a form whose hidden parts are not as they were sent, with where to begin anew. */
export function outOfDate(again = "Open the page again."): string {
  return `This form is out of date or damaged. ${again}`;
}
