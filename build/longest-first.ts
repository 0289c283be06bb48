import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Test files that take longest, the longest first: begun last, one of them alone would keep the others' processors waiting. */
const LONGEST = ['sync.simulation', 'merging.simulation', 'neighbour/sharing', 'hub/cli', 'hub/fuzz', 'store/rotation', 'three-weeks', 'slow-line', 'store/users', 'bundle/stick', 'hub/flood', 'bring-back'];

/** Begins with the longest test files; the others follow in vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((part) => moduleId.includes(`${part}.test`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
