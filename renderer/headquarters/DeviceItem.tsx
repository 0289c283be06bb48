import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { DeviceRow } from '../../shared/sync/chapter-list.ts';
import { useWords } from '../app/language.tsx';
import { useMoment } from '../history/moment.ts';
import { Silence } from './Silence.tsx';
import { useReason } from './use-reason.ts';

/** One computer of a chapter: what it is called, when it was heard of, and what hinders it, in sentences. */
export function DeviceItem({ device }: { device: DeviceRow }) {
  const t = useWords('headquarters');
  const moment = useMoment();
  const reason = useReason();
  const title = device.letter === null ? t('device.noLetter') : t('device.letter', { letter: device.letter.toUpperCase() });
  const sentences = [
    device.at === null ? null : t('chapter.last', { when: moment(device.at) }),
    device.version === null ? null : t(device.isOldVersion ? 'device.oldVersion' : 'device.version', { version: device.version }),
    device.safeAt === null ? t('device.neverSafe') : t('device.safe', { when: moment(device.safeAt) }),
    device.waiting === 0 ? null : device.waitingSince === null ? t('device.waiting', { count: device.waiting }) : t('device.waitingSince', { count: device.waiting, when: moment(device.waitingSince) }),
    device.denied === 0 ? null : t('device.denied', { count: device.denied }),
    device.guard === null ? null : t('device.stopped'),
    device.problem === null ? null : t('device.problem', { problem: reason(device.problem) }),
    device.clockMinutes === 0 ? null : t('device.clock', { count: device.clockMinutes }),
    device.reviews === 0 ? null : t('device.reviews', { count: device.reviews }),
    device.verifiedAt === null ? null : t('device.verified', { when: moment(device.verifiedAt) }),
  ];
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, justifyContent: 'space-between' }}>
        <Typography component="h3" variant="h3">
          {title}
          {device.account === null ? null : (
            <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
              {` · ${t('device.account', { account: device.account })}`}
            </Box>
          )}
        </Typography>
        <Silence silentFor={device.silentFor} />
      </Box>
      <Typography className="figures" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {sentences.filter((sentence) => sentence !== null).join(' ')}
      </Typography>
    </Box>
  );
}
