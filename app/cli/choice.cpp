#include "app/cli/choice.h"

#include "app/cli/output.h"

#include <algorithm>
#include <csignal>
#include <cstdio>

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr char showCursor[] = "\x1b[?25h";

/// What a signal puts back before it ends the program.
termios terminalBefore = {};

void putBack()
{
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminalBefore);
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, showCursor, sizeof showCursor - 1);
}

void endBySignal(int signal)
{
    putBack();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// A terminal that hands over each key as it is pressed, and shows no cursor, for its life.
class KeyTerminal
{
public:
    KeyTerminal()
    {
        ::tcgetattr(STDIN_FILENO, &terminalBefore);
        for (std::size_t i = 0; i < std::size(ending); ++i)
            m_handlers[i] = std::signal(ending[i], endBySignal);
        termios raw = terminalBefore;
        raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
        ::tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
        std::fputs("\x1b[?25l", stderr);
    }
    ~KeyTerminal()
    {
        std::fflush(stderr);
        putBack();
        for (std::size_t i = 0; i < std::size(ending); ++i)
            std::signal(ending[i], m_handlers[i]);
    }
    KeyTerminal(const KeyTerminal &) = delete;
    KeyTerminal &operator=(const KeyTerminal &) = delete;

private:
    static constexpr int ending[] = {SIGTERM, SIGHUP, SIGINT};
    void (*m_handlers[std::size(ending)])(int) = {};
};

enum class Key { Up, Down, Enter, GiveUp, Other };

/// The next byte; nothing at the end, or when none comes in time.
std::optional<char> readByte(int milliseconds = -1)
{
    pollfd waiting{STDIN_FILENO, POLLIN, 0};
    if (milliseconds >= 0 && ::poll(&waiting, 1, milliseconds) <= 0)
        return std::nullopt;
    char byte = 0;
    return ::read(STDIN_FILENO, &byte, 1) == 1 ? std::optional(byte) : std::nullopt;
}

/// The rest of what an arrow key sends, or of another key.
Key readSequence()
{
    // It comes at once; Esc alone has none.
    constexpr int pause = 50;
    const auto bracket = readByte(pause);
    if (bracket != '[' && bracket != 'O')
        return Key::Other;
    auto byte = readByte(pause);
    while (byte && (*byte == ';' || (*byte >= '0' && *byte <= '9')))
        byte = readByte(pause);
    if (byte == 'A')
        return Key::Up;
    return byte == 'B' ? Key::Down : Key::Other;
}

Key readKey()
{
    constexpr char ctrlC = 3;
    constexpr char ctrlD = 4;
    const auto byte = readByte();
    if (!byte || *byte == ctrlC || *byte == ctrlD)
        return Key::GiveUp;
    if (*byte == '\r' || *byte == '\n')
        return Key::Enter;
    if (*byte == '\x1b')
        return readSequence();
    if (*byte == 'k')
        return Key::Up;
    return *byte == 'j' ? Key::Down : Key::Other;
}

winsize terminalSize()
{
    winsize size = {};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        return {.ws_row = 24, .ws_col = 80, .ws_xpixel = 0, .ws_ypixel = 0};
    return size;
}

/// A question with its options, of which as many show as the terminal has lines for.
class List
{
public:
    List(QString question, const std::vector<Option> &options, int selected)
        : m_question(std::move(question))
        , m_options(options)
        , m_selected(selected)
        , m_colour(mayColour(STDERR_FILENO))
    {
        for (const auto &option : options)
            m_width = std::max(m_width, option.title.size());
    }

    int selected() const { return m_selected; }
    void step(int by)
    {
        const int count = static_cast<int>(m_options.size());
        m_selected = (m_selected + by + count) % count;
    }

    void show()
    {
        erase();
        QStringList shown = m_question.split(u'\n');
        const auto [first, last] = visible(static_cast<int>(shown.size()));
        for (int i = first; i < last; ++i)
            shown << line(i);
        const int columns = terminalSize().ws_col;
        for (const auto &each : shown)
            m_rows += std::max(1, (static_cast<int>(plain(each).size()) + columns - 1) / columns);
        --m_rows;
        std::fputs(shown.join(u'\n').toUtf8().constData(), stderr);
        std::fflush(stderr);
    }
    void erase()
    {
        std::fputs("\r", stderr);
        if (m_rows > 0)
            std::fprintf(stderr, "\x1b[%dA", m_rows);
        std::fputs("\x1b[J", stderr);
        std::fflush(stderr);
        m_rows = 0;
    }

private:
    /// Around the selected one.
    std::pair<int, int> visible(int used) const
    {
        const int count = static_cast<int>(m_options.size());
        constexpr int least = 3;
        const int room = std::max(least, terminalSize().ws_row - used - 1);
        const int first = std::clamp(m_selected - room / 2, 0, std::max(0, count - room));
        return {first, std::min(count, first + room)};
    }

    QString line(int i) const
    {
        const auto &option = m_options[static_cast<std::size_t>(i)];
        const auto title = option.title.leftJustified(m_width);
        const auto mark = i == m_selected ? u"❯ "_s : u"  "_s;
        const auto text = option.more.isEmpty() ? title : title + u' ' + coloured(option.more, "\x1b[90m");
        return coloured(mark, "\x1b[33m") +
               coloured(option.sign, option.sign.startsWith(u'+') ? "\x1b[32m" : "\x1b[33m") + text;
    }

    QString coloured(const QString &text, const char *colour) const
    {
        return m_colour && !text.isEmpty() ? QLatin1StringView(colour) + text + u"\x1b[0m"_s : text;
    }

    static QString plain(QString text)
    {
        for (const auto *code : {"\x1b[90m", "\x1b[33m", "\x1b[32m", "\x1b[0m"})
            text.remove(QLatin1StringView(code));
        return text;
    }

    QString m_question;
    const std::vector<Option> &m_options;
    int m_selected;
    bool m_colour;
    qsizetype m_width = 0;
    int m_rows = 0;
};

} // namespace

bool canAsk()
{
    return isTerminal(STDIN_FILENO) && isTerminal(STDERR_FILENO);
}

std::optional<int> choose(const QString &question, const std::vector<Option> &options, int selected)
{
    std::fflush(stdout);
    const KeyTerminal terminal;
    List list(question, options, selected);
    for (;;) {
        list.show();
        switch (readKey()) {
        case Key::Up: list.step(-1); break;
        case Key::Down: list.step(1); break;
        case Key::Enter: list.erase(); return list.selected();
        case Key::GiveUp: list.erase(); return std::nullopt;
        case Key::Other: break;
        }
    }
}

} // namespace squall::cli
