/** Room below the end of the page, as a CSS length; none while nothing lies over the page's foot. */
export const NOTICE_ROOM = 'var(--notice-room, 0px)';
/** Px between the notices and the window's edge. */
export const NOTICE_EDGE = 16;

/**
 * Keeps as much room below the page's end as `box`, which lies over the page's foot, is high: so everything can be brought
 * out from under it, also by the Tab key (WCAG 2.2, 2.4.11: focus not obscured). Room is given at once, and taken back
 * with the next press or key: until then somebody may be pointing at what would move. Returns what ends it.
 */
export function keepNoticeRoom(box: HTMLElement): () => void {
  const { style } = document.documentElement;
  let room = 0;
  const fit = (): void => {
    room = roomFor(box);
    style.setProperty('--notice-room', `${String(room)}px`);
  };
  const seen = new ResizeObserver(() => {
    if (roomFor(box) > room) fit();
  });
  seen.observe(box);
  for (const done of ['click', 'keyup']) document.addEventListener(done, fit);
  return () => {
    seen.disconnect();
    for (const done of ['click', 'keyup']) document.removeEventListener(done, fit);
    style.removeProperty('--notice-room');
  };
}

function roomFor({ offsetHeight }: HTMLElement): number {
  return offsetHeight === 0 ? 0 : offsetHeight + NOTICE_EDGE;
}
