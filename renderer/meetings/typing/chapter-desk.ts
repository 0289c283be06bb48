import type { Sheet } from '../../../shared/domain/sheet.ts';
import { StoreProblem, type Chapter } from '../../../shared/store/chapter-types.ts';
import { correctionOf, personOfLine } from './person-of-line.ts';
import type { SheetDesk } from './sheet-writer.ts';

/** The writer's desk over an opened chapter. `areaCode` answers with the chapter's, as it is when a person is made. */
export function chapterDesk(chapter: Chapter, sheetId: string, areaCode: () => string): SheetDesk {
  const read = async (): Promise<Sheet> => {
    const document = await chapter.collections.sheets.findOne(sheetId).exec();
    if (document === null) throw new StoreProblem('gone');
    return document.toMutableJSON();
  };
  return {
    readRows: async () => (await read()).rows,
    writeRows: async (rows) => {
      const { state } = await read();
      // A page that was finished and is corrected later stays finished.
      await chapter.change('sheets', sheetId, { rows: [...rows], ...(state === 'printed' ? { state: 'typing' } : {}), typedBy: chapter.user.id });
    },
    makePerson: async (row) => (await chapter.create('people', personOfLine(row, sheetId, areaCode()))).id,
    correctPerson: async (id, row, before) => {
      const document = await chapter.collections.people.findOne(id).exec();
      if (document === null) return;
      const patch = correctionOf(document.toMutableJSON(), row, before, areaCode());
      if (Object.keys(patch).length > 0) await chapter.change('people', id, patch);
    },
    binPerson: (id) => chapter.change('people', id, { deletedAt: new Date().toISOString() }),
    restorePerson: (id) => chapter.change('people', id, { deletedAt: undefined }),
  };
}
