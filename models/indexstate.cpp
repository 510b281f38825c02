#include "models/indexstate.h"

#include <QCoreApplication>

namespace squall::models {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IndexState)
};

} // namespace

QString indexState(const catalog::Index &index)
{
    if (index.valid)
        return {};
    if (!index.live)
        return Text::tr("being dropped, or left behind by that");
    return *index.building ? Text::tr("being built") : Text::tr("not valid");
}

} // namespace squall::models
