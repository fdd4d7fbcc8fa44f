// The picture of a kind of event.
import {
  BookmarkCheck,
  CircleX,
  FileText,
  Inbox,
  type LucideIcon,
  MessageSquare,
  PauseCircle,
  PenLine,
  Send,
  Stamp,
  Undo2,
  UserRoundCheck,
} from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  dossier_opened: PenLine,
  paper_attached: FileText,
  dossier_submitted: Send,
  dossier_resubmitted: Send,
  dossier_recalled: Undo2,
  dossier_withdrawn: CircleX,
  dossier_received: Inbox,
  criteria_attested: BookmarkCheck,
  opinion_given: MessageSquare,
  action_proposed: MessageSquare,
  comment_added: MessageSquare,
  dossier_forwarded: Send,
  dossier_returned: Undo2,
  dossier_found_ineligible: CircleX,
  award_approved: BookmarkCheck,
  award_declined: CircleX,
  dossier_signed: Stamp,
  dossier_awarded: Stamp,
  result_recorded: Stamp,
  dossier_claimed: UserRoundCheck,
  dossier_assigned: UserRoundCheck,
  dossier_held: PauseCircle,
};

export function eventIcon(type: string | undefined): LucideIcon {
  return icons[type ?? ''] ?? FileText;
}
