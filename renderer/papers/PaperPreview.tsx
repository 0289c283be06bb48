import Box from '@mui/material/Box';
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** CSS pixels in an inch, on every screen. */
const PIXELS = 96;

interface PaperPreviewProps {
  /** What the preview is, for those who hear the screen. */
  readonly label: string;
  readonly paperWidthIn: number;
  /** The pages (`.paper-page`); printed exactly as they are shown. */
  readonly children: ReactNode;
}

/**
 * Shows the pages of a paper as wide as there is room, and lays the same pages out for the printer: print hides
 * everything but them (paper.css).
 */
export function PaperPreview({ label, paperWidthIn, children }: PaperPreviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const zoom = width === 0 ? 0.75 : Math.min(1, width / (paperWidthIn * PIXELS + 2));
  const scale: CSSProperties = { zoom };
  return (
    <>
      <Box ref={frame} component="section" aria-label={label} className="no-print">
        <div className="paper-preview" style={scale}>
          {children}
        </div>
      </Box>
      {createPortal(<div className="paper-printout">{children}</div>, document.body)}
    </>
  );
}
