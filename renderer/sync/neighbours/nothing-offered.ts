/** No PC on this network offers an invitation (or none that these words open). Nothing was changed. */
export class NothingOffered extends Error {}
