// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newTestHost } from '../../../shared/store/test-host.ts';
import type { OpenedChapter } from '../../../shared/store/open-records.ts';
import { showInChapter } from '../../app/in-chapter.tsx';
import { newChapter } from '../../members/in-chapter.tsx';
import { officeRoutes } from '../routes.tsx';
import { CLUSTERS } from '../paths.ts';

let chapter: OpenedChapter;
beforeEach(async () => {
  chapter = await newChapter();
});
afterEach(async () => {
  cleanup();
  await chapter.close();
});

const show = () => showInChapter(chapter, officeRoutes, CLUSTERS, newTestHost());

async function institution(name: string, cluster?: string): Promise<string> {
  return (await chapter.create('institutions', { name, otherNames: [], languages: [], ...(cluster === undefined ? {} : { cluster }) })).id;
}

async function clusterOf(id: string): Promise<string | undefined> {
  return (await chapter.collections.institutions.findOne(id).exec())?.toJSON().cluster;
}

test('a new cluster opens with its form, and is called as it is written', async () => {
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'New cluster' }));
  const title = await screen.findByRole('textbox', { name: 'Name of the cluster · In English' });
  fireEvent.input(title, { target: { value: 'East side' } });
  fireEvent.blur(title);
  await screen.findByRole('button', { name: 'East side' });
});

test('an institution is chosen into a cluster, leaves the one where it was, and is taken out again', async () => {
  const make = async (en: string) => (await chapter.create('office', { kind: 'cluster', title: { en, es: '' } })).id;
  const [east, west] = [await make('East'), await make('West')];
  const jose = await institution('San José', west);
  show();
  fireEvent.click(await screen.findByRole('button', { name: /^East/ }));
  const field = await screen.findByRole('combobox', { name: 'Add an institution' });
  fireEvent.change(field, { target: { value: 'San José' } });
  fireEvent.blur(field);
  await waitFor(async () => expect(await clusterOf(jose)).toBe(east));
  expect(screen.getByRole('button', { name: /^West/ }).textContent).toContain('0 institutions');
  fireEvent.click(await screen.findByRole('button', { name: 'Take out San José' }));
  await waitFor(async () => expect(await clusterOf(jose)).toBeUndefined());
  fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
  await waitFor(async () => expect(await clusterOf(jose)).toBe(east));
});

test('a cluster goes to the bin, and “Undo” brings it back with its institutions', async () => {
  const east = (await chapter.create('office', { kind: 'cluster', title: { en: 'East', es: 'Este' } })).id;
  await institution('San José', east);
  show();
  fireEvent.click(await screen.findByRole('button', { name: /^East/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Move to the bin' }));
  await screen.findByText('No cluster yet.');
  fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
  await screen.findByRole('link', { name: 'San José' });
});
