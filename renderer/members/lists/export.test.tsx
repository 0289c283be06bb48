// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OfficeRecord } from '../../../shared/domain/office.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { newChapter, showMembers } from '../in-chapter.tsx';
import { EXPORT } from '../paths.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newChapter();
  await chapter.create('people', { nameAsWritten: '=HYPERLINK("x")', given: '=HYPERLINK("x")', contacts: [], affiliations: [] });
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

async function settings(listsMayLeave: boolean): Promise<void> {
  await chapter.create('office', { kind: 'settings', chapterName: { es: 'x', en: 'x' }, letterhead: { phone: '', email: '', address: '' }, areaCode: '', paper: 'letter', listsMayLeave });
}

async function exportsNoted(): Promise<OfficeRecord[]> {
  return (await chapter.collections.office.find({ selector: { kind: 'export' } }).exec()).map((one) => one.toMutableJSON());
}

test('no list is saved in a chapter that has not switched it on', async () => {
  await settings(false);
  showMembers(chapter, EXPORT);
  await screen.findByText(/An administrator can switch it on/);
  expect(screen.queryByRole('button', { name: 'Save the list' })).toBeNull();
});

test('a reason is needed; then the export is noted before the file is there, whose name tells nothing', async () => {
  await settings(true);
  const files: { name: string; text: string; noted: number }[] = [];
  const save = async (name: string, _mime: string, bytes: Uint8Array): Promise<boolean> => {
    files.push({ name, text: new TextDecoder().decode(bytes), noted: (await exportsNoted()).length });
    return true;
  };
  showMembers(chapter, EXPORT, { save });
  const button = await screen.findByRole('button', { name: 'Save the list' });
  await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false));
  fireEvent.click(button);
  await screen.findByText('Write first what it is for.');
  expect([files, await exportsNoted()]).toEqual([[], []]);
  fireEvent.change(screen.getByRole('textbox', { name: 'What is it for?' }), { target: { value: 'Autobús' } });
  fireEvent.click(button);
  await screen.findByText(/^Saved\. Delete the file/);
  expect(files).toMatchObject([{ noted: 1 }]);
  expect(files[0]?.name).toMatch(/^\d{4}-\d\d-\d\d\.csv$/);
  expect(files[0]?.text).toContain(`"'=HYPERLINK(""x"")"`);
  expect(await exportsNoted()).toMatchObject([{ exported: 1, exportReason: 'Autobús', outcome: 'saved', createdBy: chapter.user.id }]);
});

test('an export that was called off is noted as such', async () => {
  await settings(true);
  showMembers(chapter, EXPORT, { save: () => Promise.resolve(false) });
  fireEvent.change(await screen.findByRole('textbox', { name: 'What is it for?' }), { target: { value: 'Autobús' } });
  const button = screen.getByRole('button', { name: 'Save the list' });
  await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false));
  fireEvent.click(button);
  await screen.findByText('No file was saved.');
  expect(await exportsNoted()).toMatchObject([{ outcome: 'cancelled' }]);
});
