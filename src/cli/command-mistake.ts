import type { Command, CommanderError } from 'commander';
import { type Language, Refusal } from '#base/refusal.ts';

/**
 * A call that the command line does not understand, as a refusal in our own words; null for what
 * is no mistake of the caller (help and version end a call by an error too).
 */
export function commandMistake(
  error: CommanderError,
  program: Command,
  argv: readonly string[],
  language: Language,
): Refusal | null {
  const asked = commandOf(program, argv);
  const command = nameOf(asked);
  const [, named = ''] = /'([^']+)'/.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(asked, named);
    case 'commander.unknownOption': {
      const similar = didYouMean(error.message, language);
      return new Refusal('option-unknown', { command, option: named, similar });
    }
    case 'commander.optionMissingArgument':
      return new Refusal('option-value-missing', { command, option: named });
    case 'commander.missingArgument':
      return new Refusal('argument-missing', { command, argument: named });
    case 'commander.excessArguments': {
      const most = asked.registeredArguments.length;
      return new Refusal('arguments-too-many', { command, most });
    }
    default:
      return null;
  }
}

/** A word that is no command below `parent`, with those that are. */
export function unknownCommand(parent: Command, word: string): Refusal {
  const known = parent.commands.map((command) => command.name()).join(', ');
  const command = [...nameOf(parent).split(' ').slice(1), word].join(' ');
  return new Refusal('command-unknown', { command, known });
}

/** The deepest command that the words of a call lead to. */
function commandOf(program: Command, argv: readonly string[]): Command {
  let found = program;
  for (const word of argv) {
    found = found.commands.find((command) => command.name() === word) ?? found;
  }
  return found;
}

/** `xunwang city serve` */
function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

function didYouMean(message: string, language: Language): string {
  const [, similar] = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message) ?? [];
  if (similar === undefined) return '';
  return language === 'zh' ? `是否要写 ${similar}？` : `Did you mean ${similar}? `;
}
