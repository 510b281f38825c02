#include "ui/theme/tokens.h"

namespace squall::ui {

namespace {

struct Colors
{
    QRgb light;
    QRgb dark;
};

Colors colorsOf(Token token)
{
    switch (token) {
    case Token::Window: return {0xFFF6F7F9, 0xFF14171C};
    case Token::Surface: return {0xFFFFFFFF, 0xFF1A1E25};
    case Token::Raised: return {0xFFFFFFFF, 0xFF222731};
    case Token::Line: return {0xFFE3E6EB, 0xFF2D333F};
    case Token::Text: return {0xFF1B1F27, 0xFFE6E9EF};
    case Token::Muted: return {0xFF5B6472, 0xFFA0A9B8};
    case Token::Faint: return {0xFF6B7483, 0xFF8A94A5};
    case Token::Accent: return {0xFF2F6FEB, 0xFF6AA1FF};
    case Token::AccentText: return {0xFFFFFFFF, 0xFF0B1220};
    case Token::Selection: return {0xFFDCE8FF, 0xFF24385E};
    case Token::Added: return {0xFF18794E, 0xFF5BD39A};
    case Token::AddedGround: return {0xFFE3F6EC, 0xFF15382A};
    case Token::Changed: return {0xFF9A5B00, 0xFFF2B65A};
    case Token::ChangedGround: return {0xFFFFF3DC, 0xFF3D2E12};
    case Token::Removed: return {0xFFC62A2F, 0xFFFF8A8E};
    case Token::RemovedGround: return {0xFFFDE8E8, 0xFF44191C};
    case Token::Keyword: return {0xFF7A3EC2, 0xFFC9A2FF};
    case Token::String: return {0xFF18794E, 0xFF7FD8A8};
    case Token::Number: return {0xFFB3470D, 0xFFF5A36B};
    case Token::Comment: return {0xFF6B7483, 0xFF8A94A5};
    }
    Q_UNREACHABLE();
}

} // namespace

QColor tokenColor(Token token, Scheme scheme)
{
    const auto colors = colorsOf(token);
    return QColor::fromRgb(scheme == Scheme::Dark ? colors.dark : colors.light);
}

const std::vector<std::pair<Token, Token>> &readablePairs()
{
    using enum Token;
    static const std::vector<std::pair<Token, Token>> pairs{
        {Text, Window},         {Text, Surface},        {Text, Raised},           {Text, Selection},
        {Text, AddedGround},    {Text, ChangedGround},  {Text, RemovedGround},    {Muted, Window},
        {Muted, Surface},       {Muted, Raised},        {Muted, Selection},       {Muted, AddedGround},
        {Muted, ChangedGround}, {Muted, RemovedGround}, {Faint, Surface},         {Faint, Raised},
        {Accent, Surface},      {Accent, Raised},       {AccentText, Accent},     {Added, Window},
        {Added, Surface},       {Added, Raised},        {Added, AddedGround},     {Changed, Window},
        {Changed, Surface},     {Changed, Raised},      {Changed, ChangedGround}, {Removed, Window},
        {Removed, Surface},     {Removed, Raised},      {Removed, Selection},     {Removed, RemovedGround},
        {Keyword, Surface},     {String, Surface},      {Number, Surface},        {Comment, Surface},
        {Keyword, Raised},      {String, Raised},       {Number, Raised},         {Comment, Raised},
    };
    return pairs;
}

} // namespace squall::ui
