#include "models/diagram/diagrammarks.h"

#include <QUuid>

namespace squall::models {

namespace {

constexpr std::array colorKeys{"blue", "orange", "teal", "violet", "pink", "yellow"};
constexpr std::array detailKeys{"names", "keys", "columns"};

template<typename Choice, typename Keys>
std::optional<Choice> choiceOf(const Keys &keys, const QString &key)
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (key == QLatin1String(keys[i]))
            return static_cast<Choice>(i);
    }
    return {};
}

} // namespace

QString keyOf(DiagramColor color)
{
    return QString::fromLatin1(colorKeys[static_cast<std::size_t>(color)]);
}

std::optional<DiagramColor> diagramColorOf(const QString &key)
{
    return choiceOf<DiagramColor>(colorKeys, key);
}

QString keyOf(DiagramDetail detail)
{
    return QString::fromLatin1(detailKeys[static_cast<std::size_t>(detail)]);
}

std::optional<DiagramDetail> diagramDetailOf(const QString &key)
{
    return choiceOf<DiagramDetail>(detailKeys, key);
}

QString newDiagramId()
{
    constexpr int letters = 8;
    return QUuid::createUuid().toString(QUuid::Id128).left(letters);
}

} // namespace squall::models
