/** Under what an undecided text about a person waits; somebody who is not written down yet has no such place. */
export function heldAs(id: string | undefined, field: string): string | undefined {
  return id === undefined ? undefined : `${id}/${field}`;
}
